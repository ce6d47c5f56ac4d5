"""Our own drawings on Streamlit's components v2: timeline, relations and free physics.

They draw SVG by plain JavaScript, load nothing from anywhere, and put words in as text only.
"""
