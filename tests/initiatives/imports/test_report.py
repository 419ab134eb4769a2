from initiatives.imports.report import ImportReport, RowProblem


def test_a_problem_says_where_it_is_and_shows_the_cell():
    problem = RowProblem(12, "atelier", "resume", "a\n" * 100, "Trop long.")
    assert str(problem).startswith(
        "Ligne 12, «\u00a0atelier\u00a0», colonne «\u00a0resume\u00a0»\u00a0: Trop long. [a a a"
    )
    assert str(problem).endswith("…]")


def test_a_problem_of_a_whole_row_names_no_column():
    assert str(RowProblem(3, "", "", "", "Trop courte.")) == "Ligne 3\u00a0: Trop courte."


def test_a_report_counts_rows_and_knows_every_page():
    report = ImportReport(
        created={"un": 1},
        updated={"deux": 2},
        unchanged={"trois": 3},
        refused=[RowProblem(5, "", "a", "", "x"), RowProblem(5, "", "b", "", "y")],
    )
    assert report.refused_rows == 1
    assert report.pages == {"un": 1, "deux": 2, "trois": 3}
