from django.urls import reverse

LIST = "participants:mentees"


def test_a_part_of_a_page_is_refused_after_the_sign_in_has_ended(client, sign_in, curator):
    inside = sign_in(curator).get(reverse(LIST), headers={"HX-Request": "true"})
    client.logout()

    part = client.get(reverse(LIST), headers={"HX-Request": "true"})
    page = client.get(reverse(LIST))

    assert (inside.status_code, part.status_code, page.status_code) == (200, 401, 302)
    assert part.content == b""
