/**
 * `import-people`: an order's list of 5,000 rows in XLSX, a third of them known with slips and inflected names, against a
 * registry of 3,862: reading in the jail, the dry run, and writing into the order, in seconds of the wall.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { commitPeople, openPeople, runPeopleImport } from '#app/domain/experts/people-importing.server.ts'
import { chooseAll, countsOfImport, importById } from '#app/domain/organisations/imports.server.ts'
import { readSheet } from '#app/domain/reviews/importing/tables.server.ts'
import { connect } from '#db/client.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { directionVersions, grants, jobs, people, users } from '#db/schema/index.ts'
import { xlsxOf } from '#test/support/xlsx.ts'
import { type Figure, progress } from './figures.ts'
import { makePeople, SEED } from './registry-people.ts'

const ROWS = 5000
const KNOWN = 3862
const TARGET = 30
const zone = 'Asia/Yekaterinburg'

export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rses-bench-'))
  const cluster = await startEmbedded({ dataDir: folder, log: () => {}, fast: true })
  const owner = connect(cluster.ownerUrl)
  try {
    await migrateDatabase(cluster.ownerUrl)
    progress(`${KNOWN} experts are made`)
    await makePeople(cluster.adminUrl, KNOWN)
    const ctx = await operatorOf(owner)
    const bytes = await listOf(owner.db)
    progress(`${ROWS} rows are imported`)
    const [grid, reading] = await timed(() => readSheet({ name: 'list.xlsx', bytes }))
    const [direction] = await owner.db.select().from(directionVersions).limit(1)
    const about = { name: 'list.xlsx', grid, order: 'bench-order', direction: direction?.id ?? '' }
    const [id, dryRun] = await timed(() => openPeople(ctx, about))
    const counts = await countsOfImport(ctx, id)
    await chooseAll(ctx, id, 'new')
    await commitPeople(ctx, id, { seen: (await importById(ctx, id)).revision, leave: true })
    const [job] = await owner.db.select().from(jobs).limit(1)
    const task = {
      id: job?.id ?? '',
      payload: { import: id },
      actorId: ctx.actor.personId,
      progress: async () => {},
    }
    const [, writing] = await timed(() => runPeopleImport({ owner, zone }, task))
    const { state } = await importById(ctx, id)
    const whole = reading + dryRun + writing
    const figure = (metric: string, value: number, unit = 's') => ({
      ...{ bench: 'import-people', metric, value, unit, n: ROWS, seed: String(SEED) },
    })
    return [
      {
        ...figure('reading, dry run and writing', whole),
        target: TARGET,
        ok: whole <= TARGET && state === 'done',
      },
      figure('reading of the XLSX', reading),
      figure('dry run', dryRun),
      figure('writing, statuses included', writing),
      figure('new rows', counts.new, ''),
      figure('known rows', counts.same, ''),
      figure('probable rows', counts.probable, ''),
      figure('rejected rows', counts.rejected, ''),
    ]
  } finally {
    await owner.end()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now()
  const result = await work()
  return [result, (performance.now() - began) / 1000]
}

async function operatorOf({ db }: ReturnType<typeof connect>): Promise<ActingCtx> {
  const [person] = await db
    .insert(people)
    .values({ familyName: 'Оператор', givenName: 'Анна', source: 'demo' })
    .returning()
  const personId = person?.id ?? ''
  const [user] = await db
    .insert(users)
    .values({ personId, email: 'operator@bench.example', passwordHash: '!' })
    .returning()
  const grant = { personId, role: 'operator', scopeKind: 'region' as const, scopeId: null }
  await db.insert(grants).values({ ...grant, during: '[2020-01-01,)', ground: 'bench' })
  const actor = await actorOf(db, { userId: user?.id ?? '' }, '2026-03-02')
  if (!actor) throw new RangeError('no operator')
  return { db, actor, now: new Date(), zone }
}

/** A third are people of the registry: as they are, with a letter swapped, without a patronymic; the rest are new. */
async function listOf(db: ReturnType<typeof connect>['db']): Promise<Uint8Array> {
  const known = await db
    .select()
    .from(people)
    .where(eq(people.source, 'import'))
    .orderBy(people.number)
    .limit(Math.ceil(ROWS / 3))
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const one = at % 3 === 0 ? known[at / 3] : undefined
    const school = `Школа ${1 + (at % 900)}`
    if (!one) return [String(at + 1), `Новосёлова-${wordOf(at)} Анна Львовна`, 'учитель', school]
    const { familyName, givenName, patronymic } = one
    const swapped =
      familyName.slice(0, 1) + familyName.slice(2, 3) + familyName.slice(1, 2) + familyName.slice(3)
    const names = [
      `${familyName} ${givenName} ${patronymic}`,
      `${swapped} ${givenName} ${patronymic}`,
      `${familyName} ${givenName}`,
    ]
    return [String(at + 1), names[(at / 3) % 3] ?? '', 'учитель', school]
  })
  return xlsxOf([['№ п/п', 'Ф.И.О.', 'Должность', 'Место работы'], ...rows])
}

/** Another family for each number, by letters alone. */
function wordOf(at: number): string {
  return [...String(at)].map((digit) => 'абвгдежзик'[Number(digit)]).join('')
}
