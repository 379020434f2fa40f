PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_item` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`day` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_item`("id", "uid", "type", "title", "day", "created_at", "updated_at") SELECT "id", "uid", "type", "title", "day", "created_at", "updated_at" FROM `item`;--> statement-breakpoint
DROP TABLE `item`;--> statement-breakpoint
ALTER TABLE `__new_item` RENAME TO `item`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `item_uid_unique` ON `item` (`uid`);--> statement-breakpoint
CREATE INDEX `item_type` ON `item` (`type`,`id`);--> statement-breakpoint
ALTER TABLE `change` ADD `item_id` integer;