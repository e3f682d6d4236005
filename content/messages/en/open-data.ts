import type { openData as ru } from '#content/messages/ru/open-data.ts'

export const openData: typeof ru = {
  title: 'Open data',
  lead: 'The registry of experts and the orders it rests on can be downloaded or read by a program. No key and no account are needed.',
  passport: 'Passport of the data set',
  everything: 'no conditions',
  facts: {
    title: 'Data set',
    source: 'Source',
    note: 'Note',
    day: 'On the day',
    known: 'As known on',
    filter: 'Conditions',
    licence: 'Terms of use',
    made: 'Made at',
    people: 'People',
    hidden: 'Of them with hidden data',
    rows: 'Rows (statuses)',
    sha256: 'SHA-256 of the CSV file with the same conditions',
  },
  registry: {
    title: 'Registry of experts',
    text: 'A row is one status: the number of the person, name and work where there is ground to publish them, direction, tier, order and term. A file can be taken with conditions, too: set them in the registry and download from there.',
    now: 'In the registry today',
    owner: 'Kept by',
    updated: 'Updated',
    updatedText: 'at once after an order is registered, a consent is withdrawn or a mistake is mended',
    formats: 'Formats',
    formatsText:
      'CSV (UTF-8, “;” between cells, opens in Excel) and XLSX with a sheet “Passport of the data set”',
    check: 'Check',
    checkText:
      'the passport names the number of rows and the checksum of the CSV file with the same conditions',
    past: 'Past days',
    pastText: 'any day, and “as known on”: what the site knew by the end of a day',
    csv: 'Download CSV',
    xlsx: 'Download XLSX',
    json: 'Passport with the checksum',
    choose: 'Set conditions in the registry',
  },
  api: {
    title: 'Reading by a program',
    text: 'At /api/v1 the same data are answered as JSON: experts, orders, directions, organisations, municipalities, documents and drafts. The OpenAPI 3.1 description is made of the very schemas that check the answers.',
    root: 'All addresses',
    openapi: 'OpenAPI description',
    limit: (count, minutes) => `At most ${count} requests in ${minutes} min from one address.`,
    example: 'For example, experts at the beginning of last year:',
  },
  terms: 'Terms of use',
  hidden:
    'Once a person withdraws consent, name and place of work are gone from here at once. Keep a copy no longer than you need it, and compare it.',
}
