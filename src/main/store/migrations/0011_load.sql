CREATE TABLE `load_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`week` text NOT NULL,
	`operations` integer NOT NULL,
	`learning` integer NOT NULL,
	`strategy` integer NOT NULL,
	`freed_minutes` integer,
	`outcome` text,
	`notes` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `load_entry_week` ON `load_entry` (`week`);