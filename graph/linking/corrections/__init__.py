"""What people say of what was read: judgements in a log, found again by quoted words, carried out anew."""
