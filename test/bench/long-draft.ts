/**
 * A draft of so many pages with so many remarks, made inside PostgreSQL of the demo's Concept: its units again and
 * again until the pages are full, its remarks again and again at units taken in turn.
 *
 * Rows are copied as they are but for what must differ, so that a new column needs no change here.
 */
import type { Sql } from 'postgres'

const PAGE = 2000 // characters

interface Size {
  pages: number
  remarks: number
}

/** Makes the draft beside `concept` and gives its slug. Ids are hashes of the originals, so two runs make the same. */
export async function longDraft(sql: Sql, { pages, remarks }: Size): Promise<string> {
  const slug = 'bench'
  await sql.begin(async (tx) => {
    await tx`create function pg_temp.other(id uuid, copy int) returns uuid language sql immutable
      as $$ select md5(id::text || copy)::uuid $$`
    await tx`create temp table model on commit drop as
      select d.id as draft, v.id as version from drafts d join versions v on v.draft_id = d.id
      where d.slug = 'concept' and v.published_at is not null order by v.number desc limit 1`
    await copyText(tx, slug, pages * PAGE)
    await copyStages(tx)
    await copyRemarks(tx, remarks)
  })
  await sql`analyze`
  return slug
}

type Tx = Pick<Sql, 'unsafe'> & ((...args: Parameters<Sql>) => ReturnType<Sql>)

async function copyText(tx: Tx, slug: string, letters: number): Promise<void> {
  await tx`insert into drafts overriding system value
    select (jsonb_populate_record(null::drafts, to_jsonb(d) || jsonb_build_object('id', pg_temp.other(d.id, 0),
      'slug', ${slug}::text, 'number', 900000 + d.number))).* from drafts d join model on draft = d.id`
  await tx`insert into versions
    select (jsonb_populate_record(null::versions, to_jsonb(v) || jsonb_build_object('id', pg_temp.other(v.id, 0),
      'draft_id', pg_temp.other(v.draft_id, 0), 'number', 1, 'published_at', null, 'sha256', null))).*
    from versions v join model on version = v.id`
  await tx`create temp table units on commit drop as
    select b.*, copy, sum(length(text) + 1) over (order by copy, position) as reached
    from blocks b join model on version = b.version_id cross join generate_series(1, 50) as copy`
  await tx`insert into blocks
    select (jsonb_populate_record(null::blocks, to_jsonb(u) || jsonb_build_object(
      'version_id', pg_temp.other(u.version_id, 0), 'block_id', pg_temp.other(u.block_id, copy),
      'parent_id', pg_temp.other(u.parent_id, copy), 'position', u.position + copy * 10000))).*
    from units u where reached <= ${letters}`
  await tx`update versions set published_at = m.published_at, sha256 = m.sha256
    from (select v.* from versions v join model on version = v.id) m where versions.id = pg_temp.other(m.id, 0)`
}

async function copyStages(tx: Tx): Promise<void> {
  await tx`insert into discussions
    select (jsonb_populate_record(null::discussions, to_jsonb(d) || jsonb_build_object(
      'id', pg_temp.other(d.id, 0), 'draft_id', pg_temp.other(d.draft_id, 0)))).*
    from discussions d join model on draft = d.draft_id`
  await tx`insert into stages
    select (jsonb_populate_record(null::stages, to_jsonb(s) || jsonb_build_object('id', pg_temp.other(s.id, 0),
      'discussion_id', pg_temp.other(s.discussion_id, 0), 'version_id', null))).*
    from stages s join discussions d on d.id = s.discussion_id join model on draft = d.draft_id`
}

/** Each remark marks the first words of its unit; a decision of the model goes with its copy. */
async function copyRemarks(tx: Tx, count: number): Promise<void> {
  await tx`create temp table seats on commit drop as
    select block_id, length(text) as letters, left(text, 40) as exact, row_number() over (order by position) - 1 as n
    from blocks join model on version_id = pg_temp.other(version, 0) where length(text) >= 40`
  await tx`create temp table said on commit drop as
    select r.*, turn as n, seat.block_id as seat, seat.exact as words from generate_series(0, ${count - 1}::int) as turn
    join (select x.*, row_number() over (order by number) - 1 as at, count(*) over () as whole from remarks x
      join model on draft = x.draft_id where position_id is null and withdrawn_at is null and hidden_at is null) r on r.at = turn % r.whole
    join seats seat on seat.n = (turn * 7919) % (select count(*) from seats)`
  await tx`insert into anchors
    select (jsonb_populate_record(null::anchors, to_jsonb(a) || jsonb_build_object('id', pg_temp.other(s.id, n),
      'version_id', pg_temp.other(version, 0), 'from_block_id', seat, 'to_block_id', seat, 'from_offset', 0,
      'to_offset', length(words), 'exact', words, 'whole', false))).*
    from said s join anchors a on a.id = s.anchor_id cross join model`
  await tx`insert into resolutions (anchor_id, version_id, status, from_block_id, from_offset, to_block_id, to_offset,
      method, score, created_at)
    select a.id, a.version_id, 'exact', from_block_id, 0, to_block_id, to_offset, 'origin', 1, created_at
    from anchors a join model on a.version_id = pg_temp.other(version, 0)`
  await tx`insert into remarks
    select (jsonb_populate_record(null::remarks, to_jsonb(s) || jsonb_build_object('id', pg_temp.other(s.id, n),
      'draft_id', pg_temp.other(s.draft_id, 0), 'version_id', pg_temp.other(version, 0), 'stage_id', null,
      'number', n + 1, 'anchor_id', pg_temp.other(s.id, n), 'group_id', null))).*
    from said s cross join model`
  await tx`insert into decisions
    select (jsonb_populate_record(null::decisions, to_jsonb(d) || jsonb_build_object('id', pg_temp.other(d.id, n),
      'remark_id', pg_temp.other(s.id, n), 'changed_version_id', null))).*
    from said s join decisions d on d.remark_id = s.id and d.superseded_by_id is null`
}
