ALTER TABLE `activity` ADD `visibility_kind` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `visible_to` text;--> statement-breakpoint
ALTER TABLE `requirement` ADD `since` text DEFAULT 'always' NOT NULL;--> statement-breakpoint
ALTER TABLE `requirement` ADD `visibility_kinds` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `requirement` ADD `min_outside` integer;