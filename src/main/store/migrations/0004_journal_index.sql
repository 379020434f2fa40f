DROP INDEX `activity_day_minutes`;--> statement-breakpoint
DROP INDEX `activity_day`;--> statement-breakpoint
DROP INDEX `activity_inbox`;--> statement-breakpoint
CREATE INDEX `activity_day` ON `activity` (`day`,`id`,`kind`,`minutes`);--> statement-breakpoint
CREATE INDEX `activity_inbox` ON `activity` (`inbox`,`day`,`id`,`minutes`) WHERE inbox = 1;