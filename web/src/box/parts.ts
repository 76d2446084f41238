import type { Schemas } from "@/platform/api/client";
import { momentText } from "@/platform/dates/format";
import type { Language } from "@/platform/texts/language";
import { bytesText, celsiusText, percentText } from "./figures";
import { words } from "./texts";

export type Box = Schemas["Box"];
type Words = (typeof words)["de"];

/** One part of the box: its light, and one or more sentences. */
export interface Part {
  name: string;
  light: Schemas["Light"];
  sentences: string[];
}

/** All parts in words, in the order in which the page shows them. */
export function partsOf(box: Box, text: Words, language: Language): Part[] {
  const moment = (instant: string) => momentText(instant, language);
  return [
    part(text.site, box.site.light, [
      text.siteText(box.site.version, colourText(box.site.colour, text)),
      text.siteSince(moment(box.site.since)),
      box.site.address,
    ]),
    part(
      text.findings,
      box.findings.light,
      box.findings.urgent === undefined || box.findings.hints === undefined
        ? [text.unreported]
        : [text.findingsText(box.findings.urgent, box.findings.hints)],
    ),
    part(text.backup, box.backup.light, backup(box, text, moment)),
    part(text.deploy, box.deploy.light, deploy(box, text, moment)),
    part(
      text.certificate,
      box.certificate.light,
      box.certificate.endsAt === undefined
        ? [text.unreported]
        : [text.certificateText(moment(box.certificate.endsAt))],
    ),
    part(text.mail, box.mail.light, mail(box, text, moment)),
    part(text.memory, box.memory.light, room(box.memory, text, language)),
    part(text.disk, box.disk.light, room(box.disk, text, language)),
    part(text.card, box.card.light, card(box, text, language)),
    part(
      text.temperature,
      box.temperature.light,
      box.temperature.celsius === undefined
        ? [text.unknown]
        : [celsiusText(box.temperature.celsius, language)],
    ),
    part(text.power, box.power.light, [power(box, text)]),
  ];
}

function part(name: string, light: Schemas["Light"], sentences: string[]): Part {
  return { name, light, sentences };
}

function colourText(colour: string, text: Words): string {
  return colour in text.colours ? text.colours[colour as keyof Words["colours"]] : colour;
}

type Moment = (instant: string) => string;

function backup({ backup, reportedAt }: Box, text: Words, moment: Moment): string[] {
  if (backup.madeAt === undefined) {
    return [reportedAt === undefined ? text.unreported : text.backupNone];
  }
  return [
    text.backupText(moment(backup.madeAt)),
    backup.copiedAt === undefined ? text.backupHere : text.backupCopied(moment(backup.copiedAt)),
  ];
}

function deploy({ deploy, reportedAt }: Box, text: Words, moment: Moment): string[] {
  if (deploy.version === undefined || deploy.finishedAt === undefined) {
    return [reportedAt === undefined ? text.unreported : text.deployNone];
  }
  const sentence = deploy.done === false ? text.deployUndone : text.deployDone;
  return [sentence(deploy.version, moment(deploy.finishedAt))];
}

function mail({ mail }: Box, text: Words, moment: Moment): string[] {
  const off = mail.on ? [] : [text.mailOff];
  return mail.oldest === undefined
    ? mail.on
      ? [text.mailNone]
      : off
    : [...off, text.mailWaiting(mail.waiting, moment(mail.oldest))];
}

function room({ free, total }: Schemas["BoxRoom"], text: Words, language: Language): string[] {
  return free === undefined || total === undefined
    ? [text.unknown]
    : [text.room(bytesText(free, language), bytesText(total, language))];
}

function card({ card }: Box, text: Words, language: Language): string[] {
  if (card.name === undefined || card.written === undefined) {
    return [text.unknown];
  }
  return [
    text.cardText(card.name, bytesText(card.written, language)),
    ...(card.readOnly ? [text.cardReadOnly] : []),
    ...(card.wear === undefined ? [] : [text.cardWear(percentText(card.wear, language))]),
  ];
}

function power({ power }: Box, text: Words): string {
  if (power.low === undefined) {
    return text.unknown;
  }
  return power.low ? text.powerLow : power.wasLow ? text.powerWasLow : text.powerGood;
}
