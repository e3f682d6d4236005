/** A drawn lot of a contest with its protocol, from invented rows. */
import {
  type ContestLot,
  drawnRows,
  lotAnnouncement,
  lotFigures,
  lotHash,
  lotListHash,
  lotSharesHash,
} from '#app/domain/panels/contests/lots/protocol.ts'
import { digestHex } from '#app/domain/panels/digest.ts'
import { commitmentOf } from '#app/domain/panels/drawing.ts'
import { lotterySeed } from '#app/domain/panels/lottery/protocol.ts'

const rules = {
  ...{ perWork: 2, reserve: 2, load: 3, maxPerOrganisation: 1, maxPerMunicipality: 2 },
  cap: '1/2',
}
const candidates = Array.from({ length: 10 }, (_, at) => ({
  row: at + 1,
  token: digestHex(`соль-${at + 1}|${101 + at}`),
  organisation: Math.floor(at / 2) + 1,
  municipality: Math.floor(at / 4) + 1,
}))

export function drawnContestLot(secret = 'тайна', publicValue = '92,4107'): ContestLot {
  const works = Array.from({ length: 4 }, (_, work) => {
    const shares = [0, 2, 4, 6].map((at) => {
      const row = ((work * 2 + at) % 8) + 1
      return { row: work % 2 === 0 ? row : row + 1, share: 1, fit: 60 + at * 5 + work }
    })
    return { code: String(301 + work), shares, spare: [9, 10] }
  })
  const shared = { denominator: 2, works }
  const shares = { ...shared, ...lotFigures(shared), best: 640 }
  const announced = {
    ...{ contest: 5, lot: 1, source: 'официальный курс', previous: null },
    candidatesSha256: lotListHash(candidates, rules),
    sharesSha256: lotSharesHash(shares),
    commitment: commitmentOf(secret),
    announcedAt: '2026-03-01T09:00:00.000Z',
  }
  const announcement = lotAnnouncement(announced)
  const seed = lotterySeed(secret, publicValue, announcement)
  const person = (row: number) => ({ row, person: 100 + row, salt: `соль-${row}` })
  const lines = {
    ...{ format: 4 as const, method: 'lot' as const, ...announced, rules, candidates, shares, announcement },
    draw: { secret, publicValue, seed, drawnAt: '2026-03-02T09:00:00.000Z' },
    chosen: drawnRows(candidates, rules, shares, seed),
  }
  const drawn = new Set(lines.chosen.flatMap(({ members, reserve }) => [...members, ...reserve]))
  const people = [...drawn].sort((a, b) => a - b).map(person)
  return { ...lines, sha256: lotHash(lines), people }
}
