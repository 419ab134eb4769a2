/** Sends pasted pictures to the library. */

const FAILED = "elle n’a pas pu être envoyée. Enregistrez-la, puis ajoutez-la par un bloc «\u00a0Image\u00a0».";

/** Return `block`, the state of the block that shows the picture, or `refusal`, the reason why not. */
export const upload = async (picture, address) => {
  try {
    const answer = await send(picture.file ?? fileOf(picture.source), picture.alt, address);
    return answer.block ? answer : { refusal: answer.error ?? FAILED };
  } catch {
    return { refusal: FAILED };
  }
};

const send = async (file, alt, address) => {
  const form = new FormData();
  form.append("file", file, file.name || `image.${file.type.split("/")[1] ?? "png"}`);
  form.append("alt", alt.slice(0, 255));
  const { CSRF_HEADER_NAME, CSRF_TOKEN } = window.wagtailConfig;
  const response = await fetch(address, {
    method: "POST",
    headers: { [CSRF_HEADER_NAME]: CSRF_TOKEN, Accept: "application/json" },
    body: form,
  });
  return response.json();
};

/** The policy of the admin forbids to fetch a `data:` address, so it is decoded here. */
const fileOf = (source) => {
  const [head, data] = source.split(/,(.*)/s);
  const type = /^data:([^;,]+)/i.exec(head)[1].toLowerCase();
  const text = /;base64$/i.test(head) ? atob(data) : decodeURIComponent(data);
  return new File([Uint8Array.from(text, (sign) => sign.charCodeAt(0))], "", { type });
};
