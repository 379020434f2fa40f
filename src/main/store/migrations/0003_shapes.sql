CREATE TABLE `imported_change` (
	`item_uid` text NOT NULL,
	`field` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`item_uid`, `field`)
);
--> statement-breakpoint
ALTER TABLE `certification` ADD `former_terms` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `change` ADD `shape` integer DEFAULT 1 NOT NULL;