import type { notifications as source } from '#content/messages/ru/notifications.ts'
import type { Widen } from '#content/messages/widen.ts'
import { applicationNotices } from './application-notices.ts'
import { conclusionNotices } from './conclusion-notices.ts'
import { conflictNotices } from './conflict-events.ts'
import { contestNotices } from './contest-notices.ts'
import { eventNotices } from './event-notices.ts'
import { inviteNotices } from './panel-invites.ts'
import { practiceNotices } from './practice-notices.ts'

export const notifications: Widen<typeof source> = {
  title: 'Notifications',
  lead: 'What happened to your documents, remarks, invitations and roles.',
  empty: 'All is quiet',
  emptyText:
    'Answers to your remarks, invitations to panels and news of the documents you follow will appear here.',
  unread: 'new',
  readAll: 'Mark all as read',
  older: 'Earlier',
  mail: 'Letters go to your e-mail once it is confirmed. You can switch them off on the page of a document.',
  general: 'There is news in a matter of yours',
  leaving: {
    title: 'Letters',
    lead: (about) => `You followed a link of a letter. What such letters are about: ${about}.`,
    digests: 'digests of a day or a week',
    followed: 'news of what you follow',
    button: 'No more letters like this',
    left: 'Done: there will be no more such letters. Notifications on the site stay.',
    back: 'Letters will come again.',
    undo: 'Let letters come again',
    settings: 'All choices of letters',
  },
  letters: {
    title: 'Letters',
    lead: 'Notifications on the site always come. Here you choose what to be written about, and how often.',
    ways: { now: 'at once', daily: 'once a day', weekly: 'once a week', never: 'never' },
    save: 'Save',
    followed: 'What you follow',
    nothing: 'Nothing yet. Every draft and remark has a button to follow it.',
    unfollow: 'Stop following',
    follow: 'Follow',
    feed: 'Atom feed',
    calendar: 'Terms for your calendar',
  },
  digest: {
    deadline: (until) => `Open until ${String(until).split('-').reverse().join('.')}`,
    others: 'Other news',
    more: (n) => `And ${n} more in your inbox on the site`,
  },
  kinds: {
    'text.passed': ({ number, title }) =>
      `A moderator let your words through (${number}): “${title ?? ''}”. There will be no more checks`,
    'text.hidden': ({ number, title, kind }) =>
      kind === 'name'
        ? 'A moderator hid your name beside your words. Reason and appeal are inside'
        : `A moderator hid your words (${number}): “${title}”. Reason and appeal are inside`,
    'text.returned': ({ number, title }) => `A moderator returned your words to you (${number}): “${title}”`,
    'text.shown': ({ number, title, kind }) =>
      kind === 'name' ? 'Your name is shown again' : `Your words are shown again (${number}): “${title}”`,
    'text.kept': ({ kind, title }) =>
      kind === 'name' ? 'The appeal is denied: your name stays hidden' : `The appeal is denied: “${title}”`,
    'report.kept': ({ title }) =>
      `A moderator looked at your report and found no breach${title ? `: “${title}”` : ''}`,
    'report.heard': ({ title }) => `A moderator agreed with your report${title ? `: “${title}”` : ''}`,
    'case.opened': ({ title, number, origin }) =>
      `${origin === 'appeal' ? 'Appeal' : origin === 'report' ? 'Report' : 'New participant'}: ${number}${title ? `, “${title}”` : ''}`,
    'record.differs': ({ n, brokenAt }) =>
      brokenAt
        ? `Nightly check: the log is broken at entry ${brokenAt}. Tell whoever runs the site`
        : `Nightly check: rows that differ from the log: ${n}. Tell whoever runs the site`,
    'follow.remark': ({ number, title, count }) =>
      count ? `New remarks: ${count}. “${title}”` : `New remark ${number}: “${title}”`,
    'follow.reply': ({ number, title }) => `A reply in the thread of remark ${number}: “${title}”`,
    'follow.decision': ({ number, title }) => `A decision on remark ${number}: “${title}”`,
    'follow.version': ({ version, title }) => `Version ${version} is published: “${title}”`,
    'follow.summary': ({ title }) => `The summary of remarks is published: “${title}”`,
    'follow.opened': ({ title }) => `The discussion is open: “${title}”`,
    'follow.stages': ({ title }) => `The terms of the discussion changed: “${title}”`,
    'follow.withdrawn': ({ title }) => `The draft is withdrawn: “${title}”`,
    'panel.invited': ({ title, until, hours, sheets }) =>
      `You are invited as an expert on “${title}”.${hours ? ` The work takes ${hours} academic hours, the sheet is due by ${String(sheets ?? until)}.` : ''} Please answer by ${String(until)}`,
    'panel.cancelled': ({ title }) => `The panel on “${title}” was cancelled`,
    'panel.released': ({ title }) =>
      `The panel on “${title}” is complete, you are not needed. Thank you for being ready`,
    'panel.chair': ({ title }) => `You are the chair of the panel on “${title}”`,
    'invitation.accepted': ({ title }) => `An expert accepted a seat on the panel on “${title}”`,
    'invitation.declined': ({ title }) => `An expert declined a seat on the panel on “${title}”`,
    'invitation.expired': ({ title }) => `An expert did not answer the invitation on “${title}” in time`,
    'sheet.opened': ({ title, until }) =>
      `Your expert sheet on “${title}” is open. Send it by ${String(until)}`,
    'sheets.in': ({ title }) => `All sheets on “${title}” are in, the conclusion can be written`,
    'sheet.awaited': ({ title, until }) =>
      `Your expert sheet on “${title}” was not sent yet. Sheets are taken until ${String(until)}`,
    'sheets.prolonged': ({ title, until }) =>
      `The term of the sheet on “${title}” was moved to ${String(until)}`,
    'sheets.closed': ({ title }) => `The sheets on “${title}” were closed without yours`,
    'round.opened': ({ title, until }) =>
      `Marks on “${title}” differ. Look at them and answer by ${String(until)}`,
    'round.awaited': ({ title, until }) =>
      `Your second marks on “${title}” are awaited until ${String(until)}`,
    'round.closed': ({ title }) => `The consensus round on “${title}” is closed`,
    'conclusion.issued': ({ number, title }) =>
      `Expert conclusion no. ${number} on the draft “${title}” was issued`,
    ...conclusionNotices(String),
    'grant.given': () => 'You were given a role. Its sections are in your cabinet',
    'remark.decided': ({ number, title }) => `A decision on your remark ${number}: “${title}”`,
    'remarks.assigned': ({ n, title }) => `You are asked to prepare answers (${n}): “${title}”`,
    'intake.entered': ({ count, title }) =>
      `Your remarks from a letter were entered (${count}): “${title}”. Check that they are recorded rightly`,
    'intake.undone': ({ title }) => `The record of your remarks from a letter was taken back: “${title}”`,
    'outcome.entered': ({ title }) => `The outcome of the discussion is known: “${title}”`,
    'draft.member-added': ({ title }) => `You are invited to a closed discussion: “${title}”`,
    'inner.closing': ({ organisation, title, until }) =>
      `The position is not signed, and the open discussion lasts only until ${until} (${organisation}): “${title}”`,
    'inner.lost': ({ organisation, title }) =>
      `The open discussion is over, the position was not filed (${organisation}): “${title}”`,
    'inner.signed': ({ organisation, title }) =>
      `The position was signed and filed (${organisation}): “${title}”`,
    'record.objected': ({ number, title }) =>
      `The author says that remark no. ${number} was recorded wrongly: “${title}”`,
    'record.answered': ({ number, title }) =>
      `An answer on the record of your remark no. ${number}: “${title}”`,
    'remark.replied': ({ number, title }) => `A reply to remark ${number}: “${title}”`,
    'remark.hidden': ({ number, title }) => `Your remark ${number} was hidden by a moderator: “${title}”`,
    'version.published': ({ version, title }) => `Version ${version} is out: “${title}”`,
    'summary.published': ({ title }) => `The summary of remarks is out: “${title}”`,
    'stage.prolonged': ({ title, stage, until }) =>
      `The stage “${stage}” now lasts until ${until}: “${title}”`,
    'stage.opened': ({ title, stage, until }) =>
      `The stage “${stage}” has begun and lasts until ${until}: “${title}”`,
    'stage.closing': ({ title, stage, until }) => `The stage “${stage}” ends on ${until}: “${title}”`,
    'stage.closed': ({ title, stage }) => `The stage “${stage}” is over: “${title}”`,
    'discussion.paused': ({ title }) => `The discussion is paused: “${title}”`,
    'discussion.resumed': ({ title, until }) =>
      until ? `The discussion goes on until ${until}: “${title}”` : `The discussion goes on: “${title}”`,
    'discussion.cancelled': ({ title }) => `The discussion was called off: “${title}”`,
    'draft.withdrawn': ({ title }) => `The developer withdrew the draft: “${title}”`,
    'erratum.made': ({ title }) => `A misprint in the text was put right: “${title}”`,
    'answer.due': ({ number, title, until }) =>
      `The answer to remark no. ${number} is due by ${until}: “${title}”`,
    ...applicationNotices,
    ...conflictNotices,
    ...inviteNotices,
    ...contestNotices,
    ...eventNotices,
    ...practiceNotices,
    'closed.requested': ({ number }) => `Request No.\u00a0${number} for closed data waits for an answer`,
    'closed.granted': ({ number }) => `Closed data are open for a term by request No.\u00a0${number}`,
    'closed.refused': ({ number }) =>
      `Request No.\u00a0${number} for closed data is refused. The reason is inside`,
    'list.sent': ({ title }) => `A list of candidates waits for your agreement: “${title}”`,
    'list.agreed': ({ title }) => `A list of candidates is agreed on: “${title}”`,
    'list.returned': ({ title }) => `A list of candidates was returned: “${title}”`,
    'request.sent': ({ number, title }) => `New request no. ${number}: “${title}”`,
    'request.returned': ({ number, title }) =>
      `Request no. ${number} was returned with an explanation: “${title}”`,
    'request.planned': ({ number, title }) => `Request no. ${number} was put into the plan: “${title}”`,
    'request.accepted': ({ number, title }) => `Request no. ${number} was accepted: “${title}”`,
    'status.suspended': ({ number, from, title }) =>
      `Your status is suspended by order no. ${number} of ${from}: “${title}”`,
    'status.resumed': ({ number, from, title }) =>
      `Your status is resumed by order no. ${number} of ${from}: “${title}”`,
    'correction.accepted': () => 'Your data in the registry were corrected',
    'correction.refused': () => 'A correction of your data was refused, the reason is in your cabinet',
    'invitation.recorded': ({ title }) =>
      `An answer to an invitation was entered for you: “${title}”. Check it`,
    'invitation.objected': ({ title }) => `An expert objects to the answer you entered: “${title}”`,
    'erasure.refused': () => 'Your demand to erase data was refused, the reason is in your cabinet',
    'claim.confirmed': ({ number }) =>
      `Confirmed: entry ${number} of the registry is yours. It is your number now`,
    'claim.refused': ({ number }) =>
      `Your claim to entry ${number} was refused, the reason is in your cabinet`,
    'status.begun': ({ number, from, title }) =>
      `Order no. ${number} of ${from} gives you the status of an expert: “${title}”`,
    'status.ended': ({ number, from, title }) =>
      `Order no. ${number} of ${from} ends your status of an expert: “${title}”`,
    'status.amended': ({ number, from, title }) =>
      `Order no. ${number} of ${from} corrects the record of your status: “${title}”`,
    'questionnaire.asked': ({ title }) => `You are asked to answer a questionnaire: “${title}”`,
    'deputy.appointed': ({ from, until }) => `You stand in for a colleague from ${from} to ${until}`,
  },
}
