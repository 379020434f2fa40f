-- Full text over every item; rowid = item.id. The text is normalised by the store (lower case, e for yo) and not kept.
CREATE VIRTUAL TABLE item_text USING fts5(
	title, body,
	content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 0'
);
--> statement-breakpoint
-- What was signed stays as it was, whatever code runs above.
CREATE TRIGGER review_signed_update BEFORE UPDATE ON review WHEN OLD.status = 'signed'
BEGIN SELECT RAISE(ABORT, 'review-signed'); END;
--> statement-breakpoint
CREATE TRIGGER review_signed_delete BEFORE DELETE ON review WHEN OLD.status = 'signed'
BEGIN SELECT RAISE(ABORT, 'review-signed'); END;
