import { BaseSchema } from '@adonisjs/lucid/schema'

/** The lists of the inbox, newest activity first, and the words of all messages. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('conversations', (table) => {
      table.index(['last_activity_at', 'id'], 'conversations_newest')
      table.index(['sender', 'last_activity_at', 'id'], 'conversations_of_sender')
    })
    this.schema.raw(
      `create index conversations_in_hand on conversations (assignee_id, last_activity_at, id) where status in ('open', 'waiting')`
    )
    this.schema.raw(
      `create index conversations_asleep on conversations (snoozed_until) where status = 'snoozed'`
    )
    this.schema.raw(
      `create index conversations_news on conversations (last_inbound_at) where status = 'open'`
    )
    const isPg = this.db.dialect.name === 'postgres'
    for (const statement of isPg ? POSTGRES : SQLITE) this.schema.raw(statement)
  }

  async down() {
    const isPg = this.db.dialect.name === 'postgres'
    for (const statement of isPg ? POSTGRES_DOWN : SQLITE_DOWN) this.schema.raw(statement)
    this.schema.raw('drop index conversations_news')
    this.schema.raw('drop index conversations_asleep')
    this.schema.raw('drop index conversations_in_hand')
    this.schema.alterTable('conversations', (table) => {
      table.dropIndex([], 'conversations_of_sender')
      table.dropIndex([], 'conversations_newest')
    })
  }
}

/**
 * SQLite keeps words in a virtual table that owns others beside it. A name that begins like SQLite's own keeps Lucid from
 * emptying or dropping those one by one, which would break it; so it may also be there from before.
 */
const SQLITE = [
  `create virtual table if not exists sqlitemessage_words using fts5(
     body, content='', contentless_delete=1, detail='none', tokenize="unicode61 remove_diacritics 2")`,
  `delete from sqlitemessage_words`,
  `insert into sqlitemessage_words (rowid, body) select id, body from messages where body <> ''`,
  `create trigger message_words_written after insert on messages when new.body <> '' begin
     insert into sqlitemessage_words (rowid, body) values (new.id, new.body);
   end`,
  `create trigger message_words_changed after update of body on messages when new.body <> old.body begin
     delete from sqlitemessage_words where rowid = old.id;
     insert into sqlitemessage_words (rowid, body) values (new.id, new.body);
   end`,
  `create trigger message_words_gone after delete on messages begin
     delete from sqlitemessage_words where rowid = old.id;
   end`,
]

const SQLITE_DOWN = [
  'drop trigger message_words_gone',
  'drop trigger message_words_changed',
  'drop trigger message_words_written',
  'drop table sqlitemessage_words',
]

/** Beside `messages` and not in it: a message is updated at every step of its way, its words hardly ever. */
const POSTGRES = [
  `create table message_words (
     message_id bigint primary key references messages (id) on delete cascade, words tsvector not null)`,
  `create function words_of(body text) returns tsvector language sql immutable as $$
     select to_tsvector('simple', regexp_replace(lower(translate(left(body, 8000),
       'ÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÇÑáàâãäåéèêëíìîïóòôõöúùûüçñ',
       'AAAAAAEEEEIIIIOOOOOUUUUCNaaaaaaeeeeiiiiooooouuuucn')), '[^a-z0-9]+', ' ', 'g'))
   $$`,
  `insert into message_words select id, words_of(body) from messages where body <> ''`,
  `create index message_words_found on message_words using gin (words)`,
  `create function keep_message_words() returns trigger language plpgsql as $$
   begin
     insert into message_words values (new.id, words_of(new.body))
     on conflict (message_id) do update set words = excluded.words;
     return null;
   end $$`,
  `create trigger message_words_written after insert on messages
     for each row when (new.body <> '') execute function keep_message_words()`,
  `create trigger message_words_changed after update of body on messages
     for each row when (new.body <> old.body) execute function keep_message_words()`,
]

const POSTGRES_DOWN = [
  'drop trigger message_words_changed on messages',
  'drop trigger message_words_written on messages',
  'drop function keep_message_words()',
  'drop table message_words',
  'drop function words_of(text)',
]
