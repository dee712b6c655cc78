"""Pages of the register, the imports, the suggestions and the summaries written from them."""
