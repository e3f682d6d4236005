/** Who signs in to the demonstration: one account a role, with its grant, consents and one common password. */
import { createHash } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { consents, disclosures, grants, municipalities, users } from '#db/schema/index.ts'
import { days } from './chance.ts'
import type { SeedWorld } from './world.ts'

/** Fixed names of the demonstration (design section 6). */
export const demoPassword = 'demo-rses-2026'
export const demoAddress = (login: string) => `${login}@demo.example`

/** Adds users, grants and consents of the people who sign in. */
export async function seedAccounts(world: SeedWorld): Promise<void> {
  const passwordHash = await hash(demoPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const { db, id, at } = world
  const accounts = [...world.accounts.values()].map((person) => ({ ...person, login: person.login ?? '' }))
  await db.insert(users).values(
    accounts.map((person) => ({
      ...{
        id: id('user', person.login),
        personId: person.id,
        email: demoAddress(person.login),
        passwordHash,
      },
      ...{ emailConfirmedAt: at(-100), createdAt: at(-100) },
    })),
  )
  for (const { login, role, scope } of world.demo.community.accounts) {
    const holder = world.accounts.get(login)
    if (!role || !scope || !holder) continue
    await db.insert(grants).values({
      ...{ id: id('grant', login), personId: holder.id, role, scopeKind: scope.kind },
      scopeId: await scopeOf(world, scope),
      ...{ during: days(world.day(-100)), ground: 'демонстрационная учётная запись', createdAt: at(-100) },
    })
  }
  for (const { id: personId, login } of accounts) await seedConsents(world, personId, login)
}

async function scopeOf(
  world: SeedWorld,
  { kind, code = '' }: { kind: string; code?: string },
): Promise<string | null> {
  if (kind === 'region') return null
  if (kind === 'organisation') return world.organisations.get(code)?.id ?? null
  if (kind === 'direction') return world.directions.get(code)?.directionId ?? null
  const rows = await world.db.select().from(municipalities)
  return rows.find((row) => row.code === code)?.id ?? null
}

/** Consents name the text they were given to by its version and hash, as those of the site do. */
async function seedConsents(world: SeedWorld, personId: string, login: string) {
  const { db, content, id, at } = world
  for (const kind of ['processing', 'distribution'] as const) {
    const page = content.pages.find(({ slug, language }) => slug === `consent-${kind}` && language === 'ru')
    if (!page?.version) continue
    const textSha256 = createHash('sha256').update(page.body).digest('hex')
    const consentId = id(`consent-${kind}`, login)
    await db
      .insert(consents)
      .values({ id: consentId, personId, kind, version: page.version, textSha256, givenAt: at(-100) })
    if (kind === 'processing') continue
    const ground = { personId, ground: 'consent' as const, groundId: consentId, beganAt: at(-100) }
    await db.insert(disclosures).values([
      { ...ground, id: id('ground-name', login), field: 'name' },
      { ...ground, id: id('ground-work', login), field: 'work' },
    ])
  }
}
