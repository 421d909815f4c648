"""Pure data: what an account, a post, a column are. No I/O, no Qt, no asyncio."""
