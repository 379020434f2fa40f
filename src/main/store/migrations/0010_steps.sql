CREATE TABLE `step` (
	`id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`week` text NOT NULL,
	`minutes` integer,
	`end_day` text,
	`reason` text NOT NULL,
	`suggested_by` text,
	`notes` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
