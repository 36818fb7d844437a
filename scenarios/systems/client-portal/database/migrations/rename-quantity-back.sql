-- The way back from rename-quantity.sql.
SET lock_timeout = '5s';
ALTER TABLE orders RENAME COLUMN amount TO quantity;
