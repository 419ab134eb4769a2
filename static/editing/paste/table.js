/** Reads a table of a document as the table block stores it. */

const LONGEST_HEADING = 120;

export const rowsOf = (table) =>
  [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);

/** Tell data from layout: two rows and two columns at least, and no table inside. */
export const isData = (table) => {
  const rows = rowsOf(table);
  const isLayout = ["presentation", "none"].includes(table.getAttribute("role"));
  const isWide = rows.some((row) => row.cells.length > 1);
  return !isLayout && rows.length > 1 && isWide && !table.querySelector("table");
};

/** Return the caption, the columns and the rows of a table; `readCell` reads one of its cells. */
export const readTable = (table, readCell) => {
  const { grid, hasMerged } = gridOf(table, readCell);
  const [first, ...rest] = grid;
  const isHeaded = first.every(({ text }) => text && text.length <= LONGEST_HEADING);
  const body = isHeaded ? rest : grid;
  const columns = first.map(({ text }, at) => ({
    type: typeOf(body.map((row) => row[at]), at),
    heading: isHeaded ? text : "",
  }));
  const rows = body.map((row) => ({
    values: row.map((cell, at) => (columns[at].type === "rich_text" ? cell.rich : cell.text)),
  }));
  const caption = table.caption?.textContent.replace(/\s+/g, " ").trim() ?? "";
  return { kind: "table", value: { caption, columns, rows }, grid, isHeaded, hasMerged };
};

/** A merged cell stands in the first of the places that it covers. */
const gridOf = (table, readCell) => {
  const rows = rowsOf(table);
  const grid = rows.map(() => []);
  let hasMerged = false;
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y][x]) x += 1;
      const [high, wide] = [Math.min(cell.rowSpan || 1, rows.length - y), Math.min(cell.colSpan, 50)];
      hasMerged ||= high > 1 || wide > 1;
      for (let down = 0; down < high; down += 1) {
        for (let along = 0; along < wide; along += 1) grid[y + down][x + along] = EMPTY;
      }
      grid[y][x] = { ...readCell(cell), isHeader: cell.localName === "th" };
    }
  });
  const width = Math.max(...grid.map((row) => row.length));
  for (const row of grid) {
    for (let x = 0; x < width; x += 1) row[x] ??= EMPTY;
  }
  return { grid: grid.filter((row) => row.some(({ text }) => text)), hasMerged };
};

const NO_TEXT = { blocks: [], entityMap: {} };
const EMPTY = { text: "", rich: JSON.stringify(NO_TEXT), isRich: false, isHeader: false };

const typeOf = (cells, at) => {
  if (at === 0 && cells.length > 0 && cells.every(({ isHeader }) => isHeader)) return "row_header";
  return cells.some(({ isRich }) => isRich) ? "rich_text" : "text";
};
