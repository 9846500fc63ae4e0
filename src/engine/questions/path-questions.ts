// Wider than one program: how people found their way, where the field is going, and advice. For people who need not
// know any of the user's programs.
import { type QuestionGroup, TEACHERS, TRAINED, UNHURRIED } from './question-group.ts';

export const PATH_QUESTIONS: readonly QuestionGroup[] = [
  {
    topic: 'career-paths',
    roles: [...TRAINED, ...TEACHERS, 'mentor', 'other'],
    occasions: UNHURRIED,
    texts: {
      'path-how-specialty': 'How did you come to your specialty, and what nearly led you elsewhere?',
      'path-turning-point': 'Which decision shaped your career more than you expected?',
      'path-good-day': 'What does a good day at work look like for you now?',
      'path-wish-known': 'What do you wish you had known at my stage?',
      'path-drains': 'Which part of the work wears you down, and how do you deal with it?',
    },
  },
  {
    topic: 'career-paths',
    roles: ['alum', 'mentor', 'attending', 'faculty', 'director'],
    texts: {
      'path-first-job': 'How did you find your first position after training?',
      'path-teach-practice': 'How do you divide your week between patients, teaching and research?',
      'path-other-ways': 'Which ways to work in this field do students seldom hear about?',
    },
  },
  {
    topic: 'the-landscape',
    roles: ['attending', 'faculty', 'director', 'mentor', 'alum', 'other'],
    texts: {
      'landscape-ten-years': 'How do you think this specialty will have changed ten years from now?',
      'landscape-new-tools': 'Which new tools have changed your daily work, and which have not?',
      'landscape-shortage': 'Where is this specialty needed most and found least?',
      'landscape-skills': 'Which skill will physicians who start now need that you could do without?',
    },
  },
  {
    topic: 'the-landscape',
    roles: ['attending', 'faculty', 'director', 'mentor', 'other'],
    occasions: ['conference', 'informational', 'mentor-meeting', 'coffee'],
    texts: {
      'landscape-talk': 'Which recent paper or talk made you change something you do?',
      'landscape-training-change': 'How is training in this field changing across the country?',
      'landscape-societies': 'Which society or meeting is worth a student’s time, and why?',
    },
  },
  {
    topic: 'advice',
    roles: [...TRAINED, ...TEACHERS, 'mentor', 'other'],
    occasions: UNHURRIED,
    texts: {
      'advice-how-choose': 'What helped you most when you were choosing among programs?',
      'advice-overlooked': 'What do applicants worry about that turns out not to matter?',
      'advice-who-else': 'Who else would you talk to if you were me?',
      'advice-before-deciding': 'What should I see with my own eyes before I decide?',
    },
  },
  {
    topic: 'advice',
    roles: ['mentor', 'faculty', 'attending'],
    occasions: ['mentor-meeting', 'coffee', 'informational', 'rotation'],
    texts: {
      'advice-weak-spot': 'Reading my application, where would you want to know more?',
      'advice-highlight': 'Which of my experiences would you put first, and which would you leave out?',
      'advice-kind-of-program': 'Knowing how I work, in what kind of program would I learn best?',
      'advice-next-month': 'What would you do in the coming month in my place?',
      'advice-people': 'Do you know someone at one of my programs you could introduce me to?',
      'advice-blind-spot': 'What have you noticed about me that I may not see myself?',
    },
  },
  {
    topic: 'advice',
    roles: ['peer'],
    texts: {
      'peer-learned': 'What have you learned about choosing programs that you wish you had known sooner?',
      'peer-sources': 'Which source of information has helped you most so far?',
      'peer-good-question': 'What is the best question you have asked a resident?',
      'peer-practice': 'Would you like to practice answering interview questions together?',
    },
  },
  {
    topic: 'culture',
    roles: ['peer'],
    dimension: 'culture',
    texts: {
      'peer-rotation-feel': 'If you rotated there: how did people treat each other when nobody was watching?',
      'peer-rotation-student': 'How much were students part of the team on your rotation?',
    },
  },
  {
    topic: 'the-program',
    roles: ['peer', 'mentor', 'other'],
    occasions: UNHURRIED,
    texts: {
      'hearsay-first-hand': 'What do you know about the program first-hand, and what from others?',
    },
  },
  {
    topic: 'workload',
    roles: ['peer'],
    dimension: 'workload',
    texts: {
      'peer-rotation-day': 'How long were the days of the residents you worked with on rotation?',
    },
  },
];
