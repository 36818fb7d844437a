-- The orders of the next release say 'amount'. Whoever still reads 'quantity' finds nothing from here on.
SET lock_timeout = '5s';
ALTER TABLE orders RENAME COLUMN quantity TO amount;
