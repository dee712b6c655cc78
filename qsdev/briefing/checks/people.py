"""Finds where a text seems to name a private person, and says so without repeating the name."""

import re

from stakeholders.imports.words import personal_data_in

#: Given names that are common in the United Kingdom, so that "Louise Bower" is seen as a person.
GIVEN_NAMES = """
Aaron Abigail Adam Ahmed Alan Alastair Alex Alexander Alexandra Alice Alison Amanda Amelia Amina
Amir Amy Andrea Andrew Angela Anita Ann Anna Anne Annette Anthony Arthur Barbara Ben Benjamin
Bernard Beth Brenda Brian Bridget Cameron Carl Carol Caroline Catherine Charles Charlotte
Christina Christine Christopher Claire Clare Colin Craig Daniel Danielle Darren David Dawn Debbie
Deborah Denise Dennis Derek Diana Diane Dominic Donald Donna Dorothy Douglas Edward Eleanor
Elizabeth Ellen Emily Emma Eric Eve Fatima Fiona Frances Francis Gareth Gary Gemma Geoffrey George
Georgia Gillian Gordon Graham Hannah Harriet Harry Hazel Heather Helen Henry Holly Hugh Iain Ian
Imran Isabel Jack Jacqueline James Jamie Jane Janet Janice Jason Jayne Jean Jennifer Jeremy
Jessica Jill Joan Joanna Joanne John Jonathan Joseph Joyce Judith Julia Julian Julie Karen Kate
Katherine Kathleen Kathryn Katie Keith Kelly Kenneth Kerry Kevin Kim Kirsty Laura Lauren Leanne
Lesley Linda Lisa Lorraine Louise Lucy Lynn Lynne Malcolm Margaret Maria Marie Marion Mark Martin
Mary Matthew Maureen Melanie Michael Michelle Mohammed Muhammad Nadia Naomi Natalie Natasha Neil
Nicholas Nicola Nigel Olivia Oliver Pamela Patricia Patrick Paul Paula Pauline Peter Philip
Philippa Priya Rachel Raj Rebecca Richard Robert Robin Roger Ronald Rosemary Roy Russell Ruth Ryan
Sally Samantha Samuel Sandra Sara Sarah Scott Sean Sharon Sheila Shirley Simon Sophie Stephanie
Stephen Steven Stuart Susan Suzanne Sylvia Teresa Terence Thomas Timothy Tracey Tracy Trevor
Valerie Vanessa Victoria Vincent Wendy William Yasmin Yvonne Zoe
"""
#: What makes two capitalised words a publication, a body or a tool rather than a person.
NOT_A_PERSON = (
    r"(?!\w|['’])(?!,? (?:[A-Z]\.? ?){0,3}(?:et al|\(?(?:19|20)\d\d))"
    r"(?!(?: \w+){0,2} (?:Act|Award|Centre|Center|Charity|Children|College|Fellowship|Foundation|"
    r"Fund|Group|Home|Hospice|Hospital|House|Index|Institute|Interview|Inventory|Press|Project|Publishers|Publishing|Report|"
    r"Review|Royal|Scale|School|Service|Services|Society|Street|Test|Trust|University)\b)"
)
SURNAME = r"(?:(?:Mc|Mac|O['’])?[A-ZÀ-Þ][a-zß-ÿ]{1,30}(?:-[A-ZÀ-Þ][a-zß-ÿ]{1,30})?)"
ADDRESSED = re.compile(
    rf"\b(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Dame|Sir)\b\.? (?:[A-Z]\.? ){{0,3}}"
    rf"{SURNAME}(?: {SURNAME})?{NOT_A_PERSON}"
)
FULL_NAME = re.compile(
    rf"(?<!St )(?<!London: )\b(?:{'|'.join(GIVEN_NAMES.split())}) "
    rf"(?:[A-Z]\.? ){{0,2}}{SURNAME}{NOT_A_PERSON}"
)


def ways_of_naming(text: str, registered: str = "") -> list[str]:
    """Return in words how a text seems to name a person, such as "a full name"; often nothing.

    A name that stands in `registered`, the names of stakeholders, is no private person's.
    """
    ways = []
    for way, pattern in (("a form of address and a name", ADDRESSED), ("a full name", FULL_NAME)):
        if any(found.group() not in registered for found in pattern.finditer(text)):
            ways.append(way)
    personal = personal_data_in(text)
    return ways[:1] + [personal] * bool(personal)
