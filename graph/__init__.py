"""Read news of bills, keep the evidence, show who did what and what is only promised."""
