CREATE TABLE `plan_template` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_id` integer NOT NULL,
	`shape` integer NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`plan_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
