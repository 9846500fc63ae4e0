// How it is to live and work at a program: culture, workload, mentorship, balance and bad days. They ask what people do,
// never who they are.
import { LEADERS, type QuestionGroup, TEACHERS, TRAINED, TRAINEES, UNHURRIED } from './question-group.ts';

export const LIFE_QUESTIONS: readonly QuestionGroup[] = [
  {
    topic: 'culture',
    roles: TRAINED,
    dimension: 'culture',
    texts: {
      'culture-slow-day': 'When one team is swamped and another is quiet, what usually happens?',
      'culture-credit': 'How do residents share interesting cases and procedures among themselves?',
      'culture-three-words': 'Which three words would your class use for the way people treat each other?',
      'culture-nurses': 'How do residents and nurses get along on an ordinary night?',
    },
  },
  {
    topic: 'culture',
    roles: TRAINEES,
    dimension: 'culture',
    texts: {
      'culture-after-shift': 'Do people see each other after a shift, and who starts it?',
      'culture-first-week': 'How were you welcomed in your first week?',
      'culture-speak-up': 'Tell me about a time someone junior disagreed with someone senior. How did it go?',
    },
  },
  {
    topic: 'culture',
    roles: LEADERS,
    dimension: 'culture',
    texts: {
      'culture-feedback-change': 'What did residents ask for lately that has changed since?',
      'culture-disagreement': 'How do residents and faculty settle a disagreement about the schedule?',
      'culture-build': 'What do you do on purpose to keep people helping one another?',
    },
  },
  {
    topic: 'culture',
    roles: TEACHERS,
    dimension: 'culture',
    texts: {
      'culture-why-stay': 'What has kept you teaching here?',
      'culture-rounds': 'What would I notice on rounds that I might not see elsewhere?',
    },
  },
  {
    topic: 'workload',
    roles: TRAINEES,
    dimension: 'workload',
    texts: {
      'workload-typical-day': 'Can you walk me through yesterday, from the moment you came in?',
      'workload-hardest-month': 'Which rotation is the heaviest, and what makes it so?',
      'workload-notes-home': 'How often do you finish notes at home?',
      'workload-patients': 'How many patients do you look after on a usual day in your first year?',
      'workload-errands': 'Which tasks land on residents that someone else could do?',
      'workload-nights': 'How are nights arranged: blocks, long calls, or something between?',
    },
  },
  {
    topic: 'workload',
    roles: ['alum'],
    dimension: 'workload',
    texts: {
      'workload-looking-back': 'Looking back, which long hours taught you something and which did not?',
    },
  },
  {
    topic: 'workload',
    roles: LEADERS,
    dimension: 'workload',
    texts: {
      'workload-limits': 'What happens when a service keeps running over its hours?',
      'workload-growth': 'When patient numbers rise, how does the program keep the work in bounds?',
    },
  },
  {
    topic: 'mentorship',
    roles: TRAINED,
    dimension: 'mentorship',
    texts: {
      'mentorship-how-found': 'How did you find the person you turn to for advice?',
      'mentorship-door': 'Whose door is open when you are unsure about a decision in your career?',
      'mentorship-feedback':
        'What was the most useful feedback you got this past year, and how did it reach you?',
    },
  },
  {
    topic: 'mentorship',
    roles: TEACHERS,
    dimension: 'mentorship',
    texts: {
      'mentorship-time': 'How is time for mentoring residents protected in your own week?',
      'mentorship-example': 'Can you tell me how you helped a resident who did not know where to go next?',
    },
  },
  {
    topic: 'mentorship',
    roles: ['chief', 'director'],
    dimension: 'mentorship',
    texts: {
      'mentorship-pairing': 'How are residents and advisors brought together, and can a pairing change?',
      'mentorship-no-fit': 'What do you do for a resident whose interest nobody here shares?',
    },
  },
  {
    topic: 'balance',
    roles: TRAINEES,
    dimension: 'balance',
    texts: {
      'balance-last-free-day': 'What did you do on your last full day off?',
      'balance-appointments': 'How do you get to a dentist or a bank on a weekday?',
      'balance-swaps': 'How easy is it to swap a shift for something that matters to you?',
      'balance-keep-up': 'What have you been able to keep up outside work, and what did you let go of?',
      'balance-golden-weekends': 'How many whole weekends off do you have in a usual month?',
    },
  },
  {
    topic: 'balance',
    roles: ['alum', 'mentor'],
    dimension: 'balance',
    texts: {
      'balance-signs': 'How could you tell that a program lets people have a life outside the hospital?',
    },
  },
  {
    topic: 'balance',
    roles: LEADERS,
    dimension: 'balance',
    texts: {
      'balance-time-off-rules': 'How are requests for time off decided when two people want the same week?',
    },
  },
  {
    topic: 'bad-days',
    roles: TRAINED,
    dimension: 'support',
    texts: {
      'bad-days-cover': 'When someone calls out, who steps in, and how is that paid back?',
      'bad-days-overwhelmed':
        'At three in the morning with more than you can handle, who comes when you call?',
      'bad-days-lost-patient': 'What happens on a team after a patient dies unexpectedly?',
      'bad-days-mistake': 'How was the last mistake you saw handled, on the day and afterward?',
    },
  },
  {
    topic: 'bad-days',
    roles: TRAINEES,
    dimension: 'support',
    occasions: UNHURRIED,
    texts: {
      'bad-days-worst': 'What was your hardest day here, and what got you through it?',
      'bad-days-unfair': 'If you were treated badly at work, whom would you tell, and would it help?',
    },
  },
  {
    topic: 'bad-days',
    roles: LEADERS,
    dimension: 'support',
    texts: {
      'bad-days-struggling': 'How do you help a resident who is falling behind?',
      'bad-days-backup': 'What is the backup plan for a night when everything goes wrong at once?',
      'bad-days-safe-report': 'How can residents raise a concern without worrying about what follows?',
    },
  },
];
