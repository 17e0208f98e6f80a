import type { Verdict } from '../../../model/verdict.ts';
import { notApplicable, undetermined } from '../../verdicts.ts';
import type { MailDomain } from '../lookups.ts';
import { type SpfSurvey, surveySpf } from './survey.ts';

/** Judges the record of a domain with all that it includes; a verdict of "safe" where something could not be asked is none. */
export function judgeSpfTree(evidence: MailDomain, verdict: (survey: SpfSurvey) => Verdict): Verdict {
  const surveyed = surveySpf(evidence);
  if (surveyed.outcome === 'none') return notApplicable;
  if (surveyed.outcome === 'unknown') return undetermined(surveyed.reason);
  const { survey } = surveyed;
  const judged = verdict(survey);
  return judged.verdict === 'safe' && survey.unknown !== undefined ? undetermined(survey.unknown) : judged;
}
