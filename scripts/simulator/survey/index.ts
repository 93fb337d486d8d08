export { type SurveyedFolder, type SurveyOptions, surveyFolders } from './command';
export { causesOf, reportText } from './report';
export { type ProgramSurvey, surveyProgram } from './survey';
