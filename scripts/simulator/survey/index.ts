export { type SurveyedFolder, type SurveyOptions, surveyFolders } from './command';
export { entriesOf } from './program';
export { COLUMN_NOTES, causesOf, reportText } from './report';
export { type ProgramSurvey, type ProgramToSurvey, surveyProgram } from './survey';
