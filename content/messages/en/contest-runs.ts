import { countedEn } from '#content/messages/plural.ts'
import type { contestRuns as source } from '#content/messages/ru/contest-runs.ts'
import type { Widen } from '#content/messages/widen.ts'

const works = (n: number) => countedEn(n, 'work', 'works')
const certificates = (n: number) => countedEn(n, 'certificate', 'certificates')
const diplomas = (n: number) => countedEn(n, 'diploma', 'diplomas')

export const contestRuns: Widen<typeof source> = {
  going: 'Done one after another. You may close the page.',
  stalled: 'The server was restarted. It goes on from the same place within a minute.',
  steps: (done, total) => `${done} of ${total} done`,
  stop: 'Stop',
  cancelled: (done, total) => `Stopped: ${done} of ${total} done. What was done is kept; the rest can go on.`,
  failed: (done, total) => `Broken off: ${done} of ${total} done. What was done is kept; the rest can go on.`,
  download: 'Download',
  kept: (days) => `The file is kept for ${countedEn(days, 'day', 'days')}, then it can be made again.`,
  back: 'Back',
  opening: {
    title: 'Open the sheets of ready works',
    lead: (n) =>
      `Experts will see files and sheets of ${works(n)}. Conflicts of interest are checked again; such works stay closed.`,
    submit: (n) => `Open the sheets of ${works(n)}`,
    none: 'No work is ready: answers of experts are awaited.',
    done: (n) => `Sheets are open: ${works(n)}.`,
  },
  thirds: {
    title: 'Third experts',
    lead: (n) =>
      `One expert of the reserve is asked for each of ${works(n)}. They do not see the other marks; their sheet counts as the first ones do.`,
    submit: (n) => `Ask for ${works(n)}`,
    none: 'No work has such differences, or nobody is left in reserve.',
    done: (n) => `Invitations were sent: ${works(n)}.`,
  },
  certificates: {
    title: 'Certificates of expert work',
    lead: (n) =>
      `${certificates(n)}: one for each work that an expert judged to the end. Numbers follow each other, experts are told, and there is one file to print.`,
    submit: (n) => `Give and make the file: ${certificates(n)}`,
    none: 'There is nobody to give them to: no sheet was handed in.',
    done: (n) => `The file has ${certificates(n)}. Made`,
  },
  diplomas: {
    title: 'Diplomas',
    lead: (n) => `${diplomas(n)} of winners and prizes, each a PDF of its own, in one archive.`,
    submit: (n) => `Make the archive: ${diplomas(n)}`,
    none: 'There are no diplomas.',
    done: (n) => `The archive has ${diplomas(n)}. Made`,
  },
}
