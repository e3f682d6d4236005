/** Synthetic experts made inside PostgreSQL from a seed: names of a real spread, one to four statuses each, a place of work. */
import postgres from 'postgres'

export const SEED = 20_261_122

/**
 * Adds people up to `total`, all with a ground to be shown, in 43 towns and 900 schools, each with 1–4 statuses in 12
 * directions, most in force on the day of the bench. The same seed gives the same community.
 */
export async function makePeople(ownerUrl: string, total: number): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(frame)
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from people where source = 'import'`
    const from = row?.n ?? 0
    if (from < total) await sql.unsafe(resting(peopleFrom(from + 1, total)))
    await sql.unsafe(`vacuum analyze ${derived}, ${facts}, order_items, organisations`)
  } finally {
    await sql.end()
  }
}

const facts = 'people, statuses, disclosures, employments'
const indexed = ['listings', 'order_items']
const derived = 'listings, name_words'

/** What triggers would derive a row at a time is derived once at the end, by the views they read. */
function resting(making: string): string {
  const each = (verb: string) =>
    facts
      .split(', ')
      .map((table) => `alter table ${table} ${verb} trigger user;`)
      .join('')
  // a million rows go into a table faster than into its indexes
  return `${each('disable')} ${indexesRest} ${making} ${each('enable')}
    insert into name_words (kind, word) select distinct w.kind, w.word from people p cross join lateral
      (values ('family', p.family_name), ('given', p.given_name), ('given', p.patronymic)) w (kind, word) on conflict do nothing;
    update people p set name_open = g.name_open, work_open = g.work_open, engagements_open = g.engagements_open from people_grounds g
      where g.id = p.id and not p.name_open and g.name_open;
    analyze people; analyze statuses; analyze employments;
    insert into listings select * from listing_rows r where r.number > (select coalesce(max(number), 0) from listings);
    ${indexesWork}`
}

/** Indexes that hold no constraint are dropped, and made again as they were. */
const indexesRest = `do $$ declare d record; begin
    create temporary table resting_indexes as select i.indexname, i.indexdef from pg_indexes i
      where i.schemaname = 'public' and i.tablename in (${indexed.map((table) => `'${table}'`).join(', ')})
        and not exists (select from pg_constraint k join pg_class c on c.oid = k.conindid where c.relname = i.indexname);
    for d in select * from resting_indexes loop execute format('drop index %I', d.indexname); end loop;
  end $$;`
const indexesWork = `do $$ declare d record; begin
    for d in select * from resting_indexes loop execute d.indexdef; end loop;
    drop table resting_indexes;
  end $$;`

const rid = '(md5(random()::text || clock_timestamp()::text || random()::text))::uuid'

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

function peopleFrom(first: number, last: number): string {
  return `
  create temporary table made as select ${rid} as id, i, bench_pick(i, 'f', 40) as a, bench_pick(i, 'e', 50) as b,
    bench_pick(i, 'h', 30) as c, bench_pick(i, 'g', 60) as g, bench_pick(i, 'p', 60) as p from generate_series(${first}, ${last}) i;
  insert into people (id, family_name, given_name, patronymic, source) select id,
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
  drop table made; drop table held;`
}
