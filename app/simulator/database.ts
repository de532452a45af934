import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'

export type { Database }

/** Instants are milliseconds since 1970; switches are 0 or 1. */
const TABLES = `
  create table if not exists phones (
    number text primary key,
    name text not null,
    joined integer not null default 1,
    has_whatsapp integer not null default 1,
    reads integer not null default 1,
    lacks_ninth_digit integer not null default 0,
    hides_number integer not null default 0,
    last_inbound_at integer,
    active_at integer not null
  );
  create table if not exists messages (
    id integer primary key autoincrement,
    sid text not null unique,
    direction text not null,
    phone text not null,
    sender text not null,
    recipient text not null,
    body text not null,
    media_urls text not null default '[]',
    status text not null,
    error_code integer,
    status_callback text,
    webhook_status integer,
    quoted text,
    provider text not null default 'twilio',
    content text not null default '{}',
    tracking text,
    created_at integer not null,
    updated_at integer not null,
    sent_at integer
  );
  create index if not exists messages_by_phone on messages (phone, id);
  create table if not exists steps (
    id integer primary key autoincrement,
    sid text not null,
    kind text not null,
    status text not null,
    error_code integer,
    due_at integer not null,
    held integer not null default 0
  );
  create index if not exists steps_by_due on steps (held, due_at, id);
  create index if not exists steps_by_message on steps (sid, due_at, id);
  create table if not exists requests (
    id integer primary key autoincrement,
    at integer not null,
    recipient text,
    body text,
    fault text not null,
    outcome text not null,
    code integer,
    sid text
  );
  create table if not exists files (
    id text primary key,
    content_type text not null,
    filename text,
    bytes blob not null,
    created_at integer not null
  );
  create table if not exists cloud_api_templates (
    id text primary key,
    name text not null,
    language text not null,
    category text not null,
    components text not null,
    status text not null,
    rejected_reason text,
    submitted_at integer not null,
    unique (name, language)
  );
  create table if not exists contents (
    id integer primary key autoincrement,
    sid text not null unique,
    body text not null
  );
  create table if not exists chat_app_tokens (
    access text primary key,
    refresh text not null unique,
    made_by text not null,
    access_ends_at integer not null,
    refresh_ends_at integer not null
  );
  create table if not exists settings (id integer primary key, value text not null);
`

/** What a customer set up at a provider is there on the first day, too. */
const LASTING_TABLES = `
  create table if not exists chat_app_callbacks (
    line text primary key,
    url text not null,
    events text not null,
    registered_at integer not null
  );
`

const TABLE_NAMES = [...TABLES.matchAll(/create table if not exists (\w+)/g)].map(
  ([, name]) => name
)

/** A phone simulator may forget its last second in a power cut: speed matters more than durability here. */
export function openDatabase(path: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const database = new Sqlite(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = OFF')
  database.exec(TABLES + LASTING_TABLES)
  addColumn(database, 'phones', 'hides_number', 'integer not null default 0')
  addColumn(database, 'messages', 'quoted', 'text')
  addColumn(database, 'messages', 'provider', `text not null default 'twilio'`)
  addColumn(database, 'messages', 'content', `text not null default '{}'`)
  addColumn(database, 'messages', 'tracking', 'text')
  return database
}

/** A file of before: phones are too dear to be thrown away for a column. */
function addColumn(database: Database, table: string, name: string, type: string) {
  const columns = database.pragma(`table_info(${table})`) as { name: string }[]
  if (columns.some((column) => column.name === name)) return
  database.exec(`alter table ${table} add column ${name} ${type}`)
}

export function emptyDatabase(database: Database) {
  for (const table of TABLE_NAMES) database.exec(`delete from ${table}`)
}
