import { countedEn } from '#content/messages/plural.ts'
import type { cabinetStart as source, cabinetTasks as tasks } from '#content/messages/ru/cabinet-start.ts'
import type { Widen } from '#content/messages/widen.ts'

/** The start page of the cabinet and the ways through it. */
export const cabinetStart: Widen<typeof source> = {
  groups: {
    main: 'Start',
    inbox: 'Notifications',
    work: 'Taking part',
    registry: 'Registry and papers',
    data: 'My data',
    account: 'Sign-in and letters',
  },
  where: (page) => `Cabinet: ${page}`,
  way: { title: 'My way into the registry', all: 'All applications', go: 'Go on' },
  papers: 'An extract, a record of participation and the biography: at once, with a QR code to check.',
  given: (n) => `${countedEn(n, 'paper given is', 'papers given are')} valid.`,
  waiting: (n) => (n > 99 ? 'more than 99 wait' : `${n} ${n === 1 ? 'waits' : 'wait'}`),
  getPapers: 'Get a paper',
  nameOpen: 'Your name in the registry is seen by all.',
  nameHidden: 'Your name in the registry is hidden: number, directions and orders are seen.',
}

export const cabinetTasks: Widen<typeof tasks> = {
  title: 'Waits for you',
  invitation: 'Invitation',
  answers: (n) => `${countedEn(n, 'remark', 'remarks')} assigned to you`,
  sheet: 'Expert sheet',
  conclusion: "Panel's conclusion: every sheet is in",
  until: (day) => `until ${day}`,
  actions: {
    invitation: 'Answer',
    sheet: 'Fill in',
    conclusion: 'Write the conclusion',
    answers: 'Propose answers',
  },
}
