"""What is learnt from examples, ahead of time: nothing here is imported when the program runs."""
