/** A drawn lottery with its protocol, from invented rows. */
import { digestHex } from '#app/domain/panels/digest.ts'
import { commitmentOf } from '#app/domain/panels/drawing.ts'
import { printed } from '#app/domain/panels/fractions.ts'
import { lotteryOf } from '#app/domain/panels/lottery/making.server.ts'
import {
  type Announcement,
  announcementOf,
  drawnChoices,
  type LotteryProtocol,
  lotteryHash,
  lotterySeed,
  protocolHash,
} from '#app/domain/panels/lottery/protocol.ts'
import { poolOfRows } from '#app/domain/panels/lottery/rows.ts'
import { listHash } from '#app/domain/panels/replaying.ts'
import { without } from '#app/domain/panels/requests/limits.ts'

const rules = {
  size: 3,
  reserve: 2,
  maxPerOrganisation: 1,
  maxPerMunicipality: 2,
  directions: [{ code: 'a', minimum: 1 }],
}
const candidates = Array.from({ length: 14 }, (_, at) => ({
  row: at + 1,
  organisation: (at % 6) + 1,
  municipality: (at % 3) + 1,
  directions: at % 4 === 0 ? ['a'] : ['b'],
  points: at * 7,
  token: digestHex(`соль-${at}|${101 + at}`),
}))

/** Nobody covers this direction; it is only wished, so it gives way. */
const wish = {
  ...rules,
  ...{ soft: ['direction:c'], directions: [...rules.directions, { code: 'c', minimum: 1 }] },
}

/** `wished`: of format 3, with a wished limit that was given up. */
export async function drawnLottery(
  secret = 'тайна',
  publicValue = '92,4107',
  { wished = false } = {},
): Promise<LotteryProtocol> {
  const asked = wished ? wish : rules
  const waived = wished ? wish.soft : []
  const kept = without(asked, waived)
  const found = await lotteryOf(poolOfRows(candidates, kept))
  if ('relaxation' in found) throw new Error('no lottery')
  const lottery = {
    probabilities: found.probabilities.map(printed),
    panels: found.panels.map(({ members, weight }) => ({
      members: members.map((at) => candidates[at]?.row ?? 0),
      weight: printed(weight),
    })),
    proven: found.proven,
  }
  const announced: Announcement = {
    panel: 7,
    candidatesSha256: listHash(candidates, asked),
    lotterySha256: lotteryHash(lottery),
    commitment: commitmentOf(secret),
    source: 'официальный курс',
    announcedAt: '2026-03-01T09:00:00.000Z',
    previous: null,
  }
  const announcement = announcementOf(announced)
  const seed = lotterySeed(secret, publicValue, announcement)
  const chosen = drawnChoices(candidates, kept, lottery, seed).map((choice) => ({
    ...choice,
    person: 100 + choice.row,
    salt: `соль-${choice.row - 1}`,
  }))
  const lines = {
    format: wished ? (3 as const) : (2 as const),
    method: 'lot' as const,
    ...announced,
    ...(wished ? { waived } : {}),
    rules: asked,
    candidates,
    lottery,
    announcement,
    lot: { commitment: announced.commitment, source: announced.source, secret, publicValue, seed },
    chosen,
    selectedAt: '2026-03-02T09:00:00.000Z',
  }
  return { ...lines, sha256: protocolHash(lines) }
}
