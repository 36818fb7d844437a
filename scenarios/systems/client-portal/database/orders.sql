CREATE TABLE orders (number integer PRIMARY KEY, item text NOT NULL, quantity integer NOT NULL, placed_on date NOT NULL);
INSERT INTO orders VALUES (7001, 'Mooring line', 4, '2023-05-02'), (7002, 'Fender', 12, '2023-05-09');
GRANT SELECT ON orders TO portal;
