/** The warm thread of the solver: answers, bounds and duals, its queue, and what happens when the thread dies. */
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { ModelMaker } from '#app/domain/panels/solver/model.ts'
import { Solver, solve } from '#app/domain/panels/solver/solver.server.ts'

/** max 30 chairs + 50 tables, c + 2 t ≤ 40, 2 c + t ≤ most */
function workshop(whole: boolean, most = 50) {
  const maker = new ModelMaker()
  const [one, two] = [maker.row(Number.NEGATIVE_INFINITY, 40), maker.row(Number.NEGATIVE_INFINITY, most)]
  const entries = (a: number, b: number): [number, number][] => [
    [one, a],
    [two, b],
  ]
  maker.column(30, entries(1, 2), { whole })
  maker.column(50, entries(2, 1), { whole })
  return maker.made('max')
}

const answers = `const { parentPort } = require('node:worker_threads')
parentPort.on('message', ({ id, model }) => parentPort.postMessage({ id, memory: 0, solved: { objective: model.cost.length } }))`
const dies = `const { parentPort } = require('node:worker_threads')
parentPort.on('message', () => process.exit(1))`
const silent = `require('node:worker_threads').parentPort.on('message', () => {})`

/** A solver whose threads run these scripts, one after another; `started` counts them. */
function scripted(...scripts: string[]) {
  const made = { started: 0 }
  const solver = new Solver(async () => {
    const script = scripts[Math.min(made.started++, scripts.length - 1)] ?? ''
    return new Worker(script, { eval: true })
  })
  return { solver, made }
}

test('a model without whole numbers has its optimum, its duals and a basis to go on from', async () => {
  const { status, objective, bound, values, duals, basis } = await solve(workshop(false))
  expect({ status, objective, bound }).toEqual({ status: 'optimal', objective: 1100, bound: 1100 })
  expect([...(values ?? [])]).toEqual([20, 10])
  expect((duals?.[0] ?? 0) * 40 + (duals?.[1] ?? 0) * 50).toBeCloseTo(1100, 9)
  const again = await solve(workshop(false, 49), { basis: basis ?? undefined })
  expect(again.objective).toBeCloseTo(1100 - (duals?.[1] ?? 0), 9)
})

test('among whole numbers the bound is proven, and no duals are told', async () => {
  const { status, objective, bound, values, duals } = await solve(workshop(true, 49), {
    start: Float64Array.of(0, 0),
  })
  expect({ status, objective, bound, duals }).toEqual({
    status: 'optimal',
    objective: 1090,
    bound: 1090,
    duals: null,
  })
  expect(values?.every(Number.isInteger)).toBe(true)
})

test('what cannot be is told apart from what has no end', async () => {
  expect((await solve(workshop(false, -1))).status).toBe('infeasible')
  const maker = new ModelMaker()
  maker.column(1, [])
  expect((await solve(maker.made('max'))).status).toBe('unbounded')
})

test('where there is nothing to decide the optimum is nought', async () => {
  const empty = await solve(new ModelMaker().made('max'))
  expect({ ...empty, values: [...(empty.values ?? [1])] }).toMatchObject({
    ...{ status: 'optimal', objective: 0, bound: 0, values: [] },
  })
})

test('questions asked at once are each answered, in one thread', async () => {
  const { solver, made } = scripted(answers)
  const asked = Array.from({ length: 5 }, () => solver.solve(workshop(false)))
  expect((await Promise.all(asked)).map(({ objective }) => objective)).toEqual([2, 2, 2, 2, 2])
  expect(made.started).toBe(1)
  await solver.close()
})

test('a thread that dies is replaced once; when that one dies too, the fault is told and the queue goes on', async () => {
  const once = scripted(dies, answers)
  expect((await once.solver.solve(workshop(false))).objective).toBe(2)
  const twice = scripted(dies, dies, answers)
  const [first, second] = [twice.solver.solve(workshop(false)), twice.solver.solve(workshop(false))]
  await expect(first).rejects.toMatchObject({ code: 'crashed' })
  expect((await second).objective).toBe(2)
  await once.solver.close()
  await twice.solver.close()
})

test('a cancelled question ends its thread, and a wrong model only itself', async () => {
  const { solver } = scripted(silent, answers)
  const stop = new AbortController()
  const waiting = solver.solve(workshop(false), {}, stop.signal)
  const next = solver.solve(workshop(false))
  setTimeout(() => stop.abort(), 20)
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
  expect((await next).objective).toBe(2)
  await solver.close()
  const wrong = { ...workshop(false), cost: new Float64Array(1) }
  await expect(solve(wrong)).rejects.toMatchObject({ code: 'refused' })
  expect((await solve(workshop(false))).status).toBe('optimal')
})
