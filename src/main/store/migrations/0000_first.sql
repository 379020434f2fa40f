CREATE TABLE `achievement` (
	`id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`day` text NOT NULL,
	`situation` text NOT NULL,
	`task` text NOT NULL,
	`action` text NOT NULL,
	`result` text NOT NULL,
	`audience` text NOT NULL,
	`scope` text NOT NULL,
	`people_led` integer,
	`metric_name` text NOT NULL,
	`metric_baseline` real,
	`metric_result` real,
	`metric_unit` text NOT NULL,
	`my_share` real,
	`role_shift` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` integer PRIMARY KEY NOT NULL,
	`owner_id` integer NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attachment_owner` ON `attachment` (`owner_id`);--> statement-breakpoint
CREATE INDEX `attachment_hash` ON `attachment` (`hash`);--> statement-breakpoint
CREATE TABLE `certification` (
	`id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`issuer` text NOT NULL,
	`status` text NOT NULL,
	`credential_id` text NOT NULL,
	`credential_url` text NOT NULL,
	`exam_day` text,
	`issue_day` text,
	`expiry_day` text,
	`renewal` text NOT NULL,
	`cost` text,
	`catalogue_key` text,
	`notes` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `batch` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`label` text NOT NULL,
	`origin` text NOT NULL,
	`effective` integer NOT NULL,
	`undoable` integer NOT NULL,
	`target_id` integer
);
--> statement-breakpoint
CREATE TABLE `change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch_id` integer NOT NULL,
	`item_uid` text NOT NULL,
	`type` text NOT NULL,
	`before` text,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_batch` ON `change` (`batch_id`);--> statement-breakpoint
CREATE INDEX `change_item` ON `change` (`item_uid`);--> statement-breakpoint
CREATE TABLE `item` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` text NOT NULL,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`day` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `item_uid_unique` ON `item` (`uid`);--> statement-breakpoint
CREATE INDEX `item_type` ON `item` (`type`,`id`);--> statement-breakpoint
CREATE TABLE `item_tag` (
	`item_id` integer NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`item_id`, `tag`),
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `item_tag_tag` ON `item_tag` (`tag`,`item_id`);--> statement-breakpoint
CREATE TABLE `link` (
	`source_id` integer NOT NULL,
	`role` text NOT NULL,
	`target_id` integer NOT NULL,
	`target_type` text NOT NULL,
	`day` text,
	`minutes` integer,
	PRIMARY KEY(`source_id`, `role`, `target_id`),
	FOREIGN KEY (`source_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`target_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `link_target` ON `link` (`target_type`,`target_id`,`day`,`minutes`);--> statement-breakpoint
CREATE INDEX `link_target_source` ON `link` (`target_id`,`source_id`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `activity` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text,
	`title` text NOT NULL,
	`day` text NOT NULL,
	`minutes` integer NOT NULL,
	`notes` text NOT NULL,
	`inbox` integer NOT NULL,
	`month` text GENERATED ALWAYS AS (substr(day, 1, 7)) VIRTUAL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `activity_day` ON `activity` (`day`,`id`);--> statement-breakpoint
CREATE INDEX `activity_kind_day` ON `activity` (`kind`,`day`,`id`);--> statement-breakpoint
CREATE INDEX `activity_month_kind` ON `activity` (`month`,`kind`,`minutes`);--> statement-breakpoint
CREATE INDEX `activity_day_minutes` ON `activity` (`day`,`minutes`);--> statement-breakpoint
CREATE INDEX `activity_inbox` ON `activity` (`inbox`,`day`,`id`) WHERE inbox = 1;--> statement-breakpoint
CREATE TABLE `learning` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`provider` text NOT NULL,
	`url` text NOT NULL,
	`status` text NOT NULL,
	`progress` integer NOT NULL,
	`start_day` text,
	`end_day` text,
	`cost` text,
	`planned_hours` real,
	`catalogue_key` text,
	`notes` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `metric` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text,
	`title` text NOT NULL,
	`meaning` text NOT NULL,
	`unit` text NOT NULL,
	`direction` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `metric_point` (
	`id` integer PRIMARY KEY NOT NULL,
	`metric_id` integer NOT NULL,
	`day` text NOT NULL,
	`value` real NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`metric_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `metric_point_metric` ON `metric_point` (`metric_id`,`day`);--> statement-breakpoint
CREATE TABLE `experiment` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text,
	`obstacle_id` integer NOT NULL,
	`title` text NOT NULL,
	`hypothesis` text NOT NULL,
	`action` text NOT NULL,
	`indicator` text NOT NULL,
	`review_after_days` integer NOT NULL,
	`start_day` text,
	`review_day` text,
	`verdict` text,
	`verdict_day` text,
	`lesson` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`obstacle_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `experiment_obstacle` ON `experiment` (`obstacle_id`);--> statement-breakpoint
CREATE TABLE `obstacle` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`status` text NOT NULL,
	`notes` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`position` text NOT NULL,
	`company` text NOT NULL,
	`contact` text NOT NULL,
	`cadence_days` integer,
	`notes` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `milestone` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text,
	`stage_id` integer NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`check` text NOT NULL,
	`planned_day` text NOT NULL,
	`done_day` text,
	`first90` integer NOT NULL,
	`notes` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stage_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `milestone_stage` ON `milestone` (`stage_id`,`position`);--> statement-breakpoint
CREATE TABLE `plan` (
	`id` integer PRIMARY KEY NOT NULL,
	`template_key` text,
	`title` text NOT NULL,
	`from_role` text NOT NULL,
	`to_role` text NOT NULL,
	`start_day` text NOT NULL,
	`horizon_years` integer NOT NULL,
	`vision` text NOT NULL,
	`company_note` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `requirement` (
	`id` integer PRIMARY KEY NOT NULL,
	`stage_id` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`weight` integer NOT NULL,
	`note` text NOT NULL,
	`skill_id` integer,
	`level` integer,
	`evidence_kind` text,
	`activity_kind` text,
	`min_scope` text,
	`count` integer,
	`catalogue_keys` text NOT NULL,
	`metric_id` integer,
	`metric_value` real,
	`milestone_id` integer,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stage_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`skill_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`metric_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestone_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `requirement_stage` ON `requirement` (`stage_id`,`position`);--> statement-breakpoint
CREATE TABLE `stage` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`shift` text NOT NULL,
	`traps` text NOT NULL,
	`planned_start` text NOT NULL,
	`planned_end` text NOT NULL,
	`gate_meaning` text NOT NULL,
	`passed_on` text,
	`pass_note` text NOT NULL,
	`pass_readiness` real,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `project` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`responsibility` text NOT NULL,
	`stack` text NOT NULL,
	`repository` text NOT NULL,
	`url` text NOT NULL,
	`start_day` text,
	`end_day` text,
	`next_action` text NOT NULL,
	`notes` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `review` (
	`id` integer PRIMARY KEY NOT NULL,
	`period_start` text NOT NULL,
	`period_end` text NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`replaces_id` integer,
	`answers` text NOT NULL,
	`focus` text NOT NULL,
	`signed_at` integer,
	`snapshot` text,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`replaces_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_period` ON `review` (`period_end`);--> statement-breakpoint
CREATE TABLE `assessment` (
	`id` integer PRIMARY KEY NOT NULL,
	`skill_id` integer NOT NULL,
	`level` integer NOT NULL,
	`day` text NOT NULL,
	`note` text NOT NULL,
	`retracted_at` integer,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`skill_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assessment_skill` ON `assessment` (`skill_id`,`day`);--> statement-breakpoint
CREATE TABLE `skill` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text,
	`area` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`meaning` text NOT NULL,
	`why` text NOT NULL,
	`aliases` text NOT NULL,
	`levels` text NOT NULL,
	`targets` text NOT NULL,
	`evidence_ideas` text NOT NULL,
	`archived` integer NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade
);
