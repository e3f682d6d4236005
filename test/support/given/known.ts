/** A municipality with people whom the registry knows and who have no account, and whoever prints their slips. */
import { SlipActivation } from '#app/domain/accounts/forms.ts'
import { vaultOf } from '#app/domain/accounts/vault.ts'
import type { Db } from '#db/client.ts'
import { employments } from '#db/schema/index.ts'
import type { Given } from '#test/support/database.ts'
import { expertsGiven } from './experts.ts'

export const vault = vaultOf('a key of thirty-two signs or more, for tests')
export const password = 'берёза у крыльца шумит'
let asked = 0
export const from = () => ({ address: `203.0.113.${asked++}`, locale: 'ru' as const })
export const slip = (number: number, code: string, email = 'slip@test.example') =>
  SlipActivation.parse({ number: String(number), code, email, password, processing: 'on' })

export async function place(given: Given, db: Db) {
  const municipality = await given.municipality()
  const school = await given.organisation({ municipalityId: municipality.id })
  const experts = expertsGiven(db)
  const direction = await experts.direction()
  const known = async (organisationId = school.id) => {
    const person = await experts.expert(direction, { open: false })
    await db
      .insert(employments)
      .values({ personId: person.id, organisationId, post: 'учитель', during: '[2020-01-01,)' })
    return person
  }
  const office = await given.user({
    role: 'municipality',
    scopeKind: 'municipality',
    scopeId: municipality.id,
  })
  return { known, office, municipality, direction }
}
