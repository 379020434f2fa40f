CREATE TABLE `saved_view` (
	`id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`page` text NOT NULL,
	`query` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
