import { cassandraNoauth } from './cassandra-noauth.ts';
import { consulNoauth } from './consul-noauth.ts';
import { couchdbNoauth } from './couchdb-noauth.ts';
import { elasticsearchNoauth } from './elasticsearch-noauth.ts';
import { etcdNoauth } from './etcd-noauth.ts';
import { influxdbNoauth } from './influxdb-noauth.ts';
import { memcachedExposed } from './memcached-exposed.ts';
import { memcachedUdp } from './memcached-udp.ts';
import { mongodbExposed } from './mongodb-exposed.ts';
import { mongodbNoauth } from './mongodb-noauth.ts';
import { mssqlExposed } from './mssql-exposed.ts';
import { mysqlExposed } from './mysql-exposed.ts';
import { noTls } from './no-tls.ts';
import { oracleExposed } from './oracle-exposed.ts';
import { postgresqlExposed } from './postgresql-exposed.ts';
import { redisExposed } from './redis-exposed.ts';
import { redisNoauth } from './redis-noauth.ts';
import { zookeeperNoauth } from './zookeeper-noauth.ts';

export const dbChecks = {
  'db.cassandra-noauth': cassandraNoauth,
  'db.consul-noauth': consulNoauth,
  'db.couchdb-noauth': couchdbNoauth,
  'db.elasticsearch-noauth': elasticsearchNoauth,
  'db.etcd-noauth': etcdNoauth,
  'db.influxdb-noauth': influxdbNoauth,
  'db.memcached-exposed': memcachedExposed,
  'db.memcached-udp': memcachedUdp,
  'db.mongodb-exposed': mongodbExposed,
  'db.mongodb-noauth': mongodbNoauth,
  'db.mssql-exposed': mssqlExposed,
  'db.mysql-exposed': mysqlExposed,
  'db.no-tls': noTls,
  'db.oracle-exposed': oracleExposed,
  'db.postgresql-exposed': postgresqlExposed,
  'db.redis-exposed': redisExposed,
  'db.redis-noauth': redisNoauth,
  'db.zookeeper-noauth': zookeeperNoauth,
};
