import { countedEn } from '#content/messages/plural.ts'
import type { registryViews as source } from '#content/messages/ru/registry-views.ts'
import type { Widen } from '#content/messages/widen.ts'

export const registryViews: Widen<typeof source> = {
  kept: {
    title: 'My filters',
    lead: 'Filters of the registry that you come back to. They are there on every device where you are signed in, and nobody else sees them.',
    keep: 'Keep the filter',
    own: 'My filters',
    name: 'Name of the filter',
    nameHint: 'A filter kept under the same name before is replaced.',
    none: 'No filters yet',
    noneText: 'Choose experts in the registry and press “Keep the filter”.',
    toRegistry: 'Open the registry',
    remove: 'Remove',
  },
  coverage: {
    title: 'Where experts are',
    lead: 'Municipalities and how many experts each has. Where a direction has nobody, there is a gap.',
    all: 'All directions',
    tiles: (day) => `Municipalities on ${day}`,
    nobody: 'nobody',
    unplaced: (n) =>
      n === 0
        ? 'The place of work is open for all: every expert is on the grid.'
        : `${countedEn(n, 'more expert', 'more experts')} are not on the grid: their place of work is closed or not given.`,
    past: 'This is not today.',
    table: 'What is missing',
    experts: 'Experts',
    covered: 'Directions present',
    of: (n, all) => `${n} of ${all}`,
    missing: 'No experts in directions',
    none: 'all present',
  },
  changes: {
    title: 'How the registry changed',
    lead: 'Two days side by side: who came and who left, by directions and municipalities.',
    from: 'First day',
    to: 'Second day',
    submit: 'Compare',
    on: (day) => `On ${day}`,
    before: 'On the first day',
    after: 'On the second',
    added: 'Came',
    left: 'Left',
    directions: 'By directions',
    municipalities: 'By municipalities',
    years: 'Experts at the end of a year',
    count: 'Experts',
    reported: (year) => `${year}, as reported`,
    noData: 'no data',
  },
  copy: {
    heading: 'Signed copy',
    none: 'No scan or signature file yet.',
    add: 'Attach',
    title: 'Attach the signed copy',
    lead: 'The scan or the detached signature is seen only by those to whom orders with names are open. If the file is wrong, attach another: the former one stays beside it.',
    file: 'Scan or signature file',
    fileHint: (megabytes) =>
      `PDF, PNG, JPEG or a detached .sig signature, up to ${megabytes} MB. The site does not verify the signature.`,
    submit: 'Save',
  },
}
