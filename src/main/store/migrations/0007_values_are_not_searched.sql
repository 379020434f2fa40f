-- Values of metrics and the template of the plan are not searched: the one may be many, the other says nothing on its own.
DELETE FROM item_text WHERE rowid IN (SELECT id FROM item WHERE type IN ('metricPoint', 'template'));
