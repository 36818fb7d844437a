-- The same change in a way that both releases can live with: the new name comes beside the old one, and follows it. The old one goes
-- when nobody reads it any more, by another migration.
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN amount integer GENERATED ALWAYS AS (quantity) STORED;
