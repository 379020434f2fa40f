-- The sides an achievement speaks for are those of any path: of the role one comes from, and of the one aimed at.
UPDATE achievement SET role_shift = replace(replace(role_shift, '"pmo"', '"from"'), '"cto"', '"to"');
