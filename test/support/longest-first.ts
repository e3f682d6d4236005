/** The order of test files: a clean checkout knows no durations, and a long file that begins last leaves a core idle. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Parts of paths of the files that take minutes, the longest first. */
const LONG = ['e2e/permissions/matrix', 'e2e/permissions/accessible', 'e2e/story/']

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = LONG.findIndex((part) => moduleId.includes(part))
  return at < 0 ? LONG.length : at
}
