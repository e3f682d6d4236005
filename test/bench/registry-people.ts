/** Synthetic experts made inside PostgreSQL from a seed: names of a real spread, one to four statuses each, a place of work. */
import postgres from 'postgres'

export const SEED = 20_261_122

/**
 * Adds people up to `total`, all with a ground to be shown, in 43 towns and 900 schools, each with 1–4 statuses in 12
 * directions, most in force on the day of the bench. The same seed gives the same community.
 *
 * Takes the superuser of an embedded database: triggers and foreign keys rest while rows are made of rows, and what
 * triggers would derive a row at a time is derived once at the end, by the view they read.
 */
export async function makePeople(adminUrl: string, total: number): Promise<void> {
  const url = new URL(adminUrl)
  url.pathname = '/rses'
  const sql = postgres(url.href, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(
      `set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '1GB'; set jit = off`,
    )
    await sql.unsafe(frame)
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from people where source = 'import'`
    const from = row?.n ?? 0
    if (from < total) for (const step of stepsOf(from + 1, total)) await sql.unsafe(step)
    if (from === 0) await compare(sql)
    await sql.unsafe(`vacuum analyze ${facts.join(', ')}, listings, name_words, organisations`)
  } finally {
    await sql.end()
  }
}

async function compare(sql: postgres.Sql) {
  const [row] = await sql`select count(*)::int as n from (
    (select * from listings except all select * from listing_rows) union all (select * from listing_rows except all select * from listings)) d`
  if (row?.n !== 0)
    throw new Error(`the people of the bench are not listed as the platform lists: ${row?.n} rows`)
}

const facts = ['people', 'statuses', 'disclosures', 'employments', 'order_items']

function stepsOf(first: number, last: number): string[] {
  const [resting, listed] = [indexesRest(facts), indexesRest(['listings'])]
  return [
    resting,
    ...peopleFrom(first, last),
    indexesWork,
    `analyze ${facts.join(', ')}`,
    listed,
    derived,
    indexesWork,
  ]
}

// The view of the platform reads each post by each pattern, a row at a time; here posts are few and read once. What comes
// of it is compared with the view at the smallest size.
const derived = `
  insert into name_words (kind, word) select distinct w.kind, w.word from made_names p cross join lateral
    (values ('family', p.family_name), ('given', p.given_name), ('given', p.patronymic)) w (kind, word) on conflict do nothing;
  with added as (
    select s.person_id, p.number, p.family_name, p.given_name, p.patronymic, v.direction_id, s.tier, s.during, s.known,
      min(lower(s.during)) over (partition by s.person_id) as since
    from statuses s join people p on p.id = s.person_id join direction_versions v on v.id = s.direction_version_id
    where p.number > (select coalesce(max(number), 0) from listings)),
  posts as (select e.post, u.code from (select distinct post from employments) e
    left join subjects u on translate(lower(e.post), 'ё', 'е') ~ u.pattern)
  insert into listings
    select a.person_id, a.number, a.family_name, a.given_name, a.patronymic, a.direction_id, a.tier, null, null, a.during, a.known,
      true, a.since, null from added a
    union all
    select a.person_id, a.number, a.family_name, a.given_name, a.patronymic, a.direction_id, a.tier, e.organisation_id,
      o.municipality_id, a.during * e.during, a.known, true, a.since, posts.code
    from added a join employments e on e.person_id = a.person_id join organisations o on o.id = e.organisation_id
    join posts on posts.post = e.post;
  drop table made_names;`

/** A million rows go into a table faster than into its indexes: these are dropped, and made again as they were. */
const indexesRest = (tables: readonly string[]) => `do $$ declare d record; begin
    create temporary table resting as
      select 'alter table ' || conrelid::regclass || ' drop constraint ' || conname as rest,
        'alter table ' || conrelid::regclass || ' add constraint ' || conname || ' ' || pg_get_constraintdef(oid) as work
      from pg_constraint where contype = 'x' and conrelid = any (array[${tables.map((table) => `'${table}'`).join(', ')}]::regclass[])
      union all
      select 'drop index ' || indexname, indexdef from pg_indexes i
      where i.schemaname = 'public' and i.tablename in (${tables.map((table) => `'${table}'`).join(', ')})
        and not exists (select from pg_constraint k join pg_class c on c.oid = k.conindid where c.relname = i.indexname);
    for d in select * from resting loop execute d.rest; end loop;
  end $$`
const indexesWork = `do $$ declare d record; begin
    for d in select * from resting loop execute d.work; end loop;
    drop table resting;
  end $$`

// in the order of making, as the platform's own ids: a million of them go to the end of an index
const rid = 'uuidv7()'

/** Towns, schools, directions and one order, once. */
const frame = `
  create or replace function bench_pick(n int, salt text, most int) returns int language sql immutable as
    $$ select (('x' || substr(md5(n || salt || '${SEED}'), 1, 7))::bit(28)::int % most) $$;
  insert into municipalities (id, code, name, kind, position)
    select ${rid}, 'bench-' || i, 'Округ ' || i, 'district', 1000 + i from generate_series(1, 43) i on conflict do nothing;
  insert into organisations (id, code, name, short_name, type, tier, municipality_id, source)
    select ${rid}, 'bench-school-' || i, 'Школа ' || i, 'Школа ' || i, 'school', 'institutional',
      (select id from municipalities where code = 'bench-' || (1 + i % 43)), 'demo' from generate_series(1, 900) i on conflict do nothing;
  insert into direction_lists (id, code, title, during) values (${rid}, 'bench', 'Перечень', '[2020-01-01,)') on conflict do nothing;
  insert into directions (id, code) select ${rid}, 'bench-' || i from generate_series(1, 12) i on conflict do nothing;
  insert into direction_versions (id, direction_id, list_id, position, tier, title, short_title, content, details)
    select ${rid}, d.id, (select id from direction_lists where code = 'bench'), substr(d.code, 7)::int,
      case when substr(d.code, 7)::int > 10 then 'municipal' else 'regional' end, d.code, d.code, 'Работа',
      '{"procedures":[],"participants":[],"approving":[]}' from directions d where d.code like 'bench-%' on conflict do nothing;
  insert into orders (id, slug, issuer_id, number, day, title, effect, registered_at, source)
    select ${rid}, 'bench-order', (select id from organisations where code = 'bench-school-1'), '1', '2024-09-01', 'О списке',
      'approves', '2024-09-02', 'import' on conflict do nothing;`

function peopleFrom(first: number, last: number): string[] {
  return `
  create temporary table made as select ${rid} as id, i, bench_pick(i, 'f', 40) as a, bench_pick(i, 'e', 50) as b,
    bench_pick(i, 'h', 30) as c, bench_pick(i, 'g', 60) as g, bench_pick(i, 'p', 60) as p from generate_series(${first}, ${last}) i;
  insert into people (id, name_open, work_open, family_name, given_name, patronymic, source) select id, true, true,
    (array['Абра','Бело','Воро','Горо','Дубо','Ельцо','Жура','Заха','Ивано','Кова','Лебе','Мака','Ники','Орло','Петро','Рома','Сави','Тара','Усти','Федо','Хари','Цвет','Черно','Шиша','Щерба','Юди','Яко','Ануф','Бры','Вино','Гава','Деми','Еро','Жда','Зими','Илю','Кра','Лари','Мель','Нозд'])[1 + a]
      || (array['ба','ви','га','де','жи','зо','ка','ле','ми','но','па','ри','со','ту','фи','хо','це','чи','ше','ще','бо','ве','го','ди','же','зе','ке','ли','мо','не','по','ру','са','те','фо','ха','ци','чу','ша','щу','бы','ву','гу','ду','жу','зу','ку','лу','му','ну'])[1 + b]
      || (array['лова','нина','рова','шева','кина','това','вина','дова','сова','гина','мова','пова','бина','зина','хова','цева','чина','шина','щева','лёва','нова','рина','шкова','кова','тина','вова','дина','сина','гова','мина'])[1 + c],
    (array['Анна','Вера','Галина','Дарья','Елена','Жанна','Зоя','Ирина','Ксения','Любовь','Мария','Наталья','Ольга','Полина','Раиса','Софья','Татьяна','Ульяна','Фаина','Юлия'])[1 + g % 20],
    (array['Андреевна','Борисовна','Викторовна','Григорьевна','Дмитриевна','Евгеньевна','Захаровна','Ивановна','Константиновна','Львовна','Михайловна','Николаевна','Олеговна','Павловна','Романовна','Сергеевна','Тимофеевна','Фёдоровна','Юрьевна','Яковлевна'])[1 + p % 20],
    'import' from made;
  insert into disclosures (id, person_id, field, ground, began_at)
    select ${rid}, id, f, 'act', '2024-09-01' from made cross join unnest(array['name', 'work']) f;
  insert into employments (id, person_id, organisation_id, post, during)
    select ${rid}, m.id, o.id, (array['учитель математики', 'учитель физики', 'учитель русского языка и литературы', 'учитель начальных классов',
      'учитель истории и обществознания', 'учитель биологии', 'воспитатель', 'директор', 'методист', 'учитель химии'])[1 + bench_pick(m.i, 'u', 10)],
      '[2020-01-01,)' from made m
    join organisations o on o.code = 'bench-school-' || (1 + bench_pick(m.i, 'o', 900));
  create temporary table held as select ${rid} as item, m.id as person, v.id as version, v.tier, m.i, k
    from made m cross join generate_series(1, 4) k join directions d on d.code = 'bench-' || (1 + (bench_pick(m.i, 'd', 12) + k * 3) % 12)
    join direction_versions v on v.direction_id = d.id where k <= 1 + bench_pick(m.i, 's', 4);
  insert into order_items (id, order_id, position, person_id, direction_version_id, tier, act, during, printed_name)
    select item, (select id from orders where slug = 'bench-order'), i * 4 + k, person, version, tier, 'begin', '[2024-09-01,2027-09-01)', 'Имя' from held;
  insert into statuses (id, person_id, direction_version_id, tier, begin_item_id, during, known)
    select ${rid}, person, version, tier, item,
      case when bench_pick(i, 'x', 10) = 0 then '[2024-09-01,2025-09-01)'::daterange else '[2024-09-01,2027-09-01)'::daterange end,
      '[2024-09-02 00:00+00,)' from held;
  create temporary table made_names as select distinct family_name, given_name, patronymic from people where source = 'import';
  drop table made; drop table held`.split(';\n')
}
