"""The lesson: one bill as one HTML file that needs only a browser.

`story` says what it tells, `quiz` what it asks, `page` makes the file of both.
"""
