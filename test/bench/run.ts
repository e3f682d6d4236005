/** `npm run bench -- NAME [--json] [--detail]`: one benchmark with its floor in the same run; figures as a table or a line each. */
import { type Figure, printFigures } from './figures.ts'

type Bench = (flags: readonly string[]) => Promise<Figure[]>

const benches: Record<string, () => Promise<{ bench: Bench }>> = {
  'registry-page': () => import('./registry-page.ts'),
  'draft-page': () => import('./draft-page.ts'),
  'registry-search': () => import('./registry-search.ts'),
  anchors: () => import('./anchors.ts'),
  import: () => import('./import.ts'),
  'import-people': () => import('./import-people.ts'),
  panels: () => import('./panels.ts'),
}

const [name = '', ...flags] = process.argv.slice(2)
const load = benches[name]
if (!load) {
  console.error(`npm run bench -- NAME [--json], NAME one of: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
const { bench } = await load()
printFigures(await bench(flags), flags.includes('--json'))
process.exit(0)
