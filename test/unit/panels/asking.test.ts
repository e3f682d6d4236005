/** What the command of the assignment refuses, before anything is computed. */
import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { requestOf } from '#app/domain/panels/assignment/asking.ts'
import { readInstance } from '#app/domain/panels/assignment/reading.ts'

describe('the command refuses', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'app/web/commands/panels-assign.ts', ...args], {
      encoding: 'utf8',
    })
  test('a file that is not there, with a line and nothing on the other stream', () => {
    const { status, stdout, stderr } = run('nowhere.json', '--k', '3', '--cap', '5', '--json')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe('an instance or a question is refused', () => {
  const plain = { affinity: [[1, 2]], conflicts: [], loads: [1, 1] }
  test.each([
    [[], 'not-object'],
    [{}, 'no-form'],
    [{ affinity: [[1, 2], [1]] }, 'uneven'],
    [{ ...plain, loads: [1] }, 'uneven'],
    [{ ...plain, loads: [1, -1] }, 'wrong'],
    [{ ...plain, affinity: [[1, '2']] }, 'wrong'],
    [{ ...plain, affinity: [[1, 1e300]] }, 'wrong'],
    [{ ...plain, conflicts: [[2, 0]] }, 'stranger'],
    [{ ...plain, conflicts: [[0, 1]] }, 'stranger'],
    [{ ...plain, more: 1 }, 'wrong'],
    [
      { experts: [{ id: 1, dirs: { x: 1 }, org: 0, mun: 0 }], subs: [{ id: 1, dirs: [0] }], conflicts: [] },
      'no-topic',
    ],
    [
      {
        experts: [],
        subs: [
          { id: 1, dirs: [0] },
          { id: 1, dirs: [0] },
        ],
        conflicts: [],
      },
      'twice',
    ],
  ])('%j: %s', (given, code) => {
    expect(() => readInstance(given)).toThrow(expect.objectContaining({ code }))
  })

  test.each([
    [{}, 'option'],
    [{ k: '0' }, 'option'],
    [{ k: '1.5' }, 'option'],
    [{ k: '1', 'max-per': 'organisation' }, 'option'],
    [{ k: '1', 'max-per': 'organisation=1' }, 'noGroup'],
    [{ k: '1', 'max-probability': '1.1' }, 'option'],
    [{ k: '1', 'max-probability': '0' }, 'option'],
    [{ k: '1', objective: 'best' }, 'option'],
    [{ k: '1', 'min-high': '1' }, 'noLevels'],
  ])('%j: %s', (asked, code) => {
    expect(() => requestOf(readInstance(plain), asked)).toThrow(expect.objectContaining({ code }))
  })

  test('a cap nobody names is asked for, and quotas that cross are no mixture of panels', () => {
    expect(() => requestOf(readInstance({ affinity: [[1]] }), { k: '1' })).toThrow(
      expect.objectContaining({ code: 'noCap' }),
    )
    const crossing = readInstance({ affinity: [[1, 1, 1, 1]], groups: { a: [0, 0, 1, 1], b: [0, 1, 0, 1] } })
    const asked = { k: '1', cap: '1', 'max-per': 'a=1,b=1' }
    expect(() => requestOf(crossing, { ...asked, 'max-probability': '0.5' })).toThrow(
      expect.objectContaining({ code: 'notNested' }),
    )
    expect(requestOf(crossing, asked).maxPer).toHaveLength(2)
  })
})
