import { memcachedExposed } from './memcached-exposed.ts';
import { mssqlExposed } from './mssql-exposed.ts';
import { mysqlExposed } from './mysql-exposed.ts';
import { oracleExposed } from './oracle-exposed.ts';
import { postgresqlExposed } from './postgresql-exposed.ts';

export const dbChecks = {
  'db.memcached-exposed': memcachedExposed,
  'db.mssql-exposed': mssqlExposed,
  'db.mysql-exposed': mysqlExposed,
  'db.oracle-exposed': oracleExposed,
  'db.postgresql-exposed': postgresqlExposed,
};
